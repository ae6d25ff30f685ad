### Comparing, indicators, agencies, legal documents cited.

nav-compare = Compare
nav-indicators = Indicators
nav-agencies = Agencies
nav-laws = Laws cited

compare-title = Which province promised more, and how far did it get?
compare-lead = Choose an indicator to see provinces and years side by side. Where numbers cannot be compared, the portal says why.
compare-description = { $name }: targets and results by province and year, each number leading to its sentence
compare-choose = Choose an indicator
compare-provinces = Only these provinces (at most 8)
compare-button = Compare
compare-most = Stated most
compare-most-note = Indicators that several plans state.
compare-offered = { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
}, { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
}
compare-side = Side by side
compare-side-note = Only numbers of one indicator, one unit and one level stand side by side.
compare-about = About this indicator
compare-none = No two numbers can be compared yet.
compare-finding = { $reached } of { $count ->
    [one] { $count } row with both a promise and a result kept it
   *[other] { $count } rows with both a promise and a result kept it
}
compare-finding-promises = { $count ->
    [one] { $count } row states a promise
   *[other] { $count } rows state a promise
}, none a result to set beside it
compare-finding-results = Results only, no promise is stated
compare-coverage = Unit: { $unit }. Target stated in { $targets } of { $count } rows, result in { $actuals } of { $count }.
compare-drawn = The chart shows the first { $count } rows; the table below has more.
compare-promised = target
compare-reported = result
compare-not-stated = target, result not stated
compare-short = short by
compare-no-year = year not stated
compare-unit = Unit: { $unit }
compare-column-row = Province, year, level
compare-column-reported = Result
compare-missing = “Not stated” means that the document does not say, not that it is 0.
compare-rows-left = { $shown } of { $count } rows. Choose provinces to see others.
compare-refused = { $count ->
    [one] { $count } row is not set beside the others
   *[other] { $count } rows are not set beside the others
}
compare-refused-lead = The documents state them, but to compare them with the rows above would mislead. Each row says why.

indicators-title = What do plans count?
indicators-lead = The same thing is promised in many words. An indicator gathers them, so that provinces and years can be compared.
indicators-empty = No indicator fits
indicators-caption = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
indicator-lead = Unit: { $unit }; { $way }. Stated by { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
} of { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
}.
indicator-up = more is better
indicator-down = less is better
indicator-targets = All targets of this indicator
indicator-progress = All results of this indicator
indicator-choose = Choose provinces to compare
indicator-unlike = Alike but different
indicator-unlike-note = The portal does not compare these with each other.

agencies-title = Who leads?
agencies-lead = Agencies at the head of tasks. The departments of all provinces share one row.
agencies-empty = No agency fits
agencies-caption = { $count ->
    [one] { $count } agency
   *[other] { $count } agencies
}
agency-lead = Leads { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
} in { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
} of { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
}.
agency-until = until { $year }
agency-became = Since { $year } part of
agency-absorbed = Includes
agency-money-note = Tasks that name this agency alone as their lead.

laws-title = Which documents do plans rest on?
laws-lead = Laws, decrees and decisions that plans cite, by number, year and issuing province.
laws-empty = No document fits
laws-caption = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
law-cited = { $citations ->
    [one] { $citations } citation
   *[other] { $citations } citations
} in { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
} of { $provinces ->
    [one] { $provinces } province
   *[other] { $provinces } provinces
}
law-citations = Where it is cited

column-indicator = Indicator
column-unit = Unit
column-provinces = Provinces
column-agency = Agency
column-tasks = Tasks
column-document = Document
column-issued = Issued on
column-citations = Citations

error-no-indicator = There is no indicator { $id }
error-no-agency = There is no agency { $id }
error-no-law = There is no legal document { $id }

indicator-beside = other provinces and years

glossary-title = Words and abbreviations
glossary-lead = The words that the portal uses, in plain language, and the abbreviations of the plans.
glossary-terms = Words
term-plan = A province's document that says what it will do in the coming year or years, who does it and what it costs.
term-target = A number that the province promises for a year: “at least 80% of files processed online”.
term-progress = A number that the province reports to have reached, mostly in the plan of the year after.
term-spending = Money for each task: planned, assigned or spent. The three are never added up together.
term-allocation = Money assigned for this plan's period.
term-total-investment = All money of a project over all its years, not of this period alone.
term-estimate = Money that the province estimates and has not assigned.
term-indicator = Something that is counted. Plans name it in many ways; the portal gathers them so that they can be compared.
term-check = The portal adds up and divides the document's numbers anew and says where they agree and where they do not.
term-not-stated = The document does not say. It is not 0, nor was it overlooked: see the notes on reading of each plan.
glossary-abbreviations = Abbreviations
glossary-abbreviations-note = { $count } abbreviations in the plans' own words; { $differing } are explained in different ways.

report-lead = A number read wrongly, a sentence in the wrong place? Tell the editors.
report-words = What do you see in the document?
report-email = E-mail, if you wish to be answered (optional)
report-website = Leave this empty
report-privacy = Only your words, your e-mail address if you leave one, and the record's id are kept. The address is deleted once the report is settled.
report-send = Send
report-thanks = Thank you
report-taken = Report { $number } is kept; the editors will look at it.
report-fault-empty = There are no words yet. Write what you see in the document.
report-fault-long = The words are longer than 4,000 characters or hold odd ones. Write less.
report-fault-email = The e-mail address is not right. Mend it or leave it empty.
report-fault-other = What was sent could not be read. Try again.
record-wrong = Wrong?
record-wrong-label = Report a mistake in record { $number }

chart-embed = Embed in another page

patterns-title = Patterns
patterns-lead = Every component in every state, for who designs and tests. The figures here are made up.
