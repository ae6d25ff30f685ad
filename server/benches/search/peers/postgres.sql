CREATE EXTENSION unaccent;
CREATE TEXT SEARCH CONFIGURATION vi (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION vi ALTER MAPPING
  FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
  WITH unaccent, simple;
CREATE TABLE passages (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan text NOT NULL,
  anchor text NOT NULL,
  text text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('vi', text)) STORED
);
