### Words that all pages share.

portal-name = Minh Bạch
skip-to-content = Skip to content
language-name = English
language-short = EN

nav-main = Main
nav-menu = Menu
nav-home = Home
nav-home-label = Minh Bạch, home
nav-breadcrumbs = Breadcrumbs
nav-search = Search
nav-plans = Plans
nav-targets = Targets
nav-spending = Spending
nav-progress = Results
nav-provinces = Provinces
nav-checks = Checks
nav-data = Data
nav-about = About, how numbers are read

footer-what = Minh Bạch reads plans that Vietnamese provinces have published.
footer-printed = Numbers on
footer-printed-sign = turmeric dots
footer-printed-meaning = are printed in the document;
footer-computed = numbers after
footer-computed-meaning = were added up or worked out by the portal.
footer-missing = Where the document says nothing, the portal says “not stated”.
footer-how = How numbers are read
footer-data = Data and API
footer-licence = Licence, citation
report-mistake = Report a mistake

search-title = Search the plans
search-label = Search, with or without Vietnamese marks
search-button = Search

suggest-list = Suggestions
suggest-count = { $number } suggestions
suggest-province = province
suggest-agency = agency
suggest-indicator = indicator
suggest-law = legal document
suggest-phrase = phrase
suggest-plan = plan
suggest-recent = recent search
suggest-clear = Clear recent searches (kept on this device only)

data-line = Data of this page

filter-label = Filter the list
filter-words = Contains
filter-any = All
filter-button = Filter
filter-waiting = Filtering…
filter-chosen = Filtered by
filter-remove = remove
filter-remove-all = Remove all
parameter-q = Contains
parameter-plan = Plan
parameter-province = Province when issued
parameter-province-now = Province today
parameter-year = Year
parameter-kind = Kind
parameter-status = Verdict
parameter-phase = Money
parameter-agency = Lead agency
parameter-funding-source = Funding source
parameter-indicator = Indicator
parameter-level = Level
parameter-number = Document number
parameter-severity = Outcome
parameter-fund = Source of money
parameter-area = Area
parameter-amount = Amount (VND)
parameter-same = Same words

sort-by = Sort by
pager-label = Pages
pager-first = Start of the list
pager-next = Next page
pager-rows = { $shown } rows here, { $total } in all
rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}

chart-table = The chart as a table
column-rows = Rows
column-sum = Money
column-year = Year
column-plan = Plan
column-province = Province
column-number-date = Number, date
column-planned = Money planned
column-source = Source
unit-million-column = Unit: million VND
sum-of-rows = { $count ->
    [one] sum of { $count } row
   *[other] sum of { $count } rows
}

status-met = met
status-partly = partly met
status-missed = missed
not-stated = not stated
basis-stated = says the document
basis-computed = worked out
verdicts-spoken = { $met } met, { $partly } partly met, { $missed } missed

record-corrected = corrected
confidence-medium = fairly sure
confidence-low = unsure

compared-gte = at least { $quantity }
compared-gt = more than { $quantity }
compared-lte = at most { $quantity }
compared-lt = less than { $quantity }
compared-approx = about { $quantity }
compared-range = { $least } to { $most }

unit-billion = billion VND
unit-million = million VND
unit-dong = VND
money-billion = VND { $number } billion
money-million = VND { $number } million
money-dong = VND { $number }

address-label = { $address }, source in { $place }
address-section = section { $number }
address-annex = annex { $number }
address-paragraph = paragraph { $number }
address-row = row { $number }

check-stated = Printed in the document
check-computed = Worked out
check-place = see the place
check-difference = Difference
check-twin = Stands twice
check-gap = Not stated
check-agrees = Agrees
check-note = Worth knowing
check-total-differs = Total differs
check-rate-differs = Rate differs
check-parts-differ = Parts and whole differ
check-dates-differ = Dates differ

empty-without = Drop “{ $name }: { $value }”
empty-all = See all

error-no-plan = There is no plan { $id }
error-no-province = There is no province { $id }
error-no-record = There is no record { $id }
error-no-page = There is no page { $id }
error-not-found-words = The address may be mistyped or cut short.
error-near-words = Did you mean:
error-gone = { $id } was withdrawn
error-parameter = A condition in the address cannot be read
error-parameter-words = Correct or remove these in the address:
error-parameter-value = does not take this value
error-failed = This page could not be opened
error-failed-words = The fault is ours and has been logged. Your filter still stands in the address.
error-again = Try again
error-search = Search the plans

plans-title = Which province has which plan?
plans-lead = Each plan keeps the name of its province at the time. Many provinces merged on 1 July 2025.
plans-empty = No plan fits
plans-caption = { $count ->
    [one] { $count } plan and its planned money
   *[other] { $count } plans and their planned money
}
plans-note = Numbers after = : the document states no total; the portal added up its rows.
print-address = This page on the portal Minh Bạch:
