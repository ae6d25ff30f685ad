### Words of a plan's page.

plan-parts = Parts of the plan
plan-description = { $targets } numbers promised, { $spending } items of spending, { $progress } results, each linked to its sentence
plan-kind-annual = Annual plan
plan-kind-multi-year = Multi-year plan
plan-kind-decision = Decision approving a plan
plan-now-part-of = now part of
plan-read = Read the text
plan-download = Download the original
plan-published-at = Where it was published
plan-number = Number
plan-issued = Issued
plan-signatory = Signed by
plan-issuer = Issuer
plan-period = Period
plan-supplied = supplied by an editor, not stated in the document
plan-warnings = { $count } things to know when reading this document

plan-planned = Planned money
plan-spent = Spent, by its review
plan-spent-note = The review speaks of money given before, not of the money planned beside it.
plan-spent-of = out of
plan-no-sum = The document states no amount for this period.
plan-sum-stated = total printed in the document
plan-sum-computed = added up from { $count } items
plan-sum-agrees = Its rows add up to the same:
plan-sum-differs = Its rows add up to something else:
plan-targets = Numbers promised
plan-targets-unreported = { $count } without a result in the documents of this portal
plan-verdicts = Achieved
plan-progress-count = { $count } results reported

plan-checks = What the portal checked
plan-checks-none = There is no total or rate to compare.
plan-checks-note = { $differ } to look at, { $agree } agree.
plan-checks-agree = { $count } agree

plan-targets-note = The numbers that the document promises.
plan-targets-caption = { $count } numbers promised
plan-targets-signs = ≥ at least · > more than · ≈ about · no sign: exactly
plan-no-target = The document promises no number.
target-not-reported = not reported yet
column-reported = Result

plan-spending-note = Item by item, as the document prints them. = marks what the portal added up.
plan-spending-caption = { $phase }, { $place }: { $count } items
plan-no-spending = The document has no table of tasks or money.
spending-body = running text
spending-restated = restates an item from elsewhere, not added
column-spent = Spent

plan-progress-note = What the document says was achieved, and whose verdict it is: the document's or worked out by the portal.
plan-judged-caption = { $count } results with a verdict, missed ones first
plan-results-caption = { $count } results with figures, without a verdict
plan-no-progress = The document reports no result.
column-measured = What was measured
column-target-value = Promised
column-verdict = Verdict

plan-basis = Legal basis
plan-basis-note = The legal documents that the plan cites by number.
plan-basis-caption = { $count } citations of legal documents
plan-basis-data = Download these rows (CSV)
plan-no-basis = The document cites no legal document by number.
column-law = Document
column-law-title = Subject
column-date = Date

plan-all-rows = See all { $count } rows
plan-filter-rows = Filter, sort, download these rows

plan-text = Text
reader-note = Sentences on turmeric dots were read into records. Choose the small number after a sentence to see its record, choose a record to see its sentence.
reader-contents = Contents
reader-find = Find in this text
reader-hits = { $count } places with “{ $words }”
reader-no-hit = This text does not contain “{ $words }”
reader-hit-first = first
reader-hit-last = last
reader-hit-before = Place before
reader-hit-next = Next place
reader-hit-place = { $hit }/{ $hits }
reader-hit-keys = keys n, p while reading: next, before
reader-hits-clear = clear
reader-abbreviations = { $count } abbreviations
reader-to-record = { $number }, see the record
reader-records-of = Records read in { $place }
reader-permalink = { $number }, link to { $place }
reader-unit = Unit: { $unit }
reader-table = Table in the document
reader-table-caption = Table in { $place }
reader-table-scrolls = Wide table: scroll sideways to see all of it
reader-table-records = { $count } records read from this table
record-target = Target
record-progress = Result
record-spending = Spending
record-citation = Legal basis
record-plan = Plan
record-objective = Goal in words
record-passage = Passage
record-total = Stated total

version-switch = Versions of this plan
version-name = Version { $number }
version-title = { $name }, version { $number }
version-current = current
version-since = here since { $date }
version-replaced = This version was replaced by a file published later. Its numbers are added up nowhere any more; its words are kept for comparison.
version-to-current = See the current version
reader-file-beside = Show the published file beside the text
reader-file-frame = The published file: { $name }
reader-file-note = byte for byte as published
reader-abbreviation-usual = usually { $long }; the document does not explain it
reader-abbreviations-usual = Used without explanation in the document, usually:
reader-file-close = close
