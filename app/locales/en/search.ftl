### Words of the search page.

search-description = Search all plans: passages, targets, spending, results, legal documents.
search-count = { $count } results
search-kind-spending = Spending
search-kind-target = Targets
search-kind-progress = Results reported
search-kind-citation = Legal documents
search-kind-passage = Passages
search-sum-note = sum of the planned items found; an item may be stated in several places
search-column-million = VND million
search-spent = spent
search-narrow = Narrow down
search-chosen = (chosen, choose again to remove)
search-more-values = { $count } more values
search-more = See { $count } more
search-did-you-mean = Did you mean
search-also = Also searched for
search-ignored = Not used in the search: { $words }
search-sort-relevance = relevance
search-sort-amount = amount
search-sort-year = newest year
search-nothing = No plan says “{ $words }”
search-nothing-asked = What would you like to know?
search-fewer-words = Use fewer words; diacritics are not needed, abbreviations work too.
search-try = Try:
