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
