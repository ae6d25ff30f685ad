### The lists: targets, results, spending, checks, provinces.

column-promised = Promised
column-target = Target
column-due = By
column-outcome = Verdict
column-result = Result
column-aim = Target
column-reached = Reached
column-judge = Who judges
column-task = Task, project
column-fund = Funding source
column-lead = Lead agency
column-amount = Planned
column-disbursed = Spent
column-years = Years
column-plans = Plans

level-province = province level
level-district = district level
level-commune = commune level
phase-planned = planned
phase-executed = carried out
phase-reported = reported of earlier years
basis-allocation = allocated for the plan's period
basis-total-investment = total investment
basis-estimate = estimate
basis-none = kind of money not stated

targets-title = What did provinces promise?
targets-lead = Each row is one number that a plan promises, with the sentence that states it.
targets-empty = No target fits
targets-caption = { $count ->
    [one] { $count } target with a number
   *[other] { $count } targets with numbers
}
target-interim = milestone on the way

progress-title = What was reached?
progress-lead = Each row is one result that a document reports. Whether a target was met is said by the document, or worked out by the portal from number and target; the two are never mixed.
progress-empty = No result fits
progress-caption = { $count ->
    [one] { $count } reported result
   *[other] { $count } reported results
}
answers-matched = matched by the portal
verdicts-title = Promised and done
verdicts-note = Over the whole filtered list
verdicts-stated = The document's own verdicts
verdicts-computed = Worked out by the portal
verdicts-unjudged = { $count ->
    [one] { $count } other result states a number without saying whether it is enough.
   *[other] { $count } other results state numbers without saying whether they are enough.
}

spending-title = What is the money for?
spending-lead = Each task or project in the plans, with or without money. A sum adds up one kind of money only.
spending-empty = No task or project fits
spending-caption = { $count ->
    [one] { $count } task or project
   *[other] { $count } tasks and projects
}
spending-note = Point at a number to see it to the last đồng. Rows that repeat another are not added up.
spending-repeats = repeats money stated elsewhere
sum-rows = { $count ->
    [one] sum of { $count } row with money
   *[other] sum of { $count } rows with money
}
sum-rows-without = { $count ->
    [one] { $phase }: { $count } row states no amount
   *[other] { $phase }: { $count } rows state no amount
}
sum-spent = spent
sums-cover = Over the whole filtered list, not only this page; only rows that belong to a plan's sum, so that nothing is counted twice.
chart-by-fund = Planned money by funding source
chart-by-agency = Planned money by lead agency
chart-by-plan = Planned money by plan
chart-by-area = Planned money by the heading that documents put it under
chart-by-year = Planned money by year
chart-note = { $kind }, in đồng. Only rows of this kind: { $basis }; { $stated } of { $rows } rows with money say so.
chart-year-missing = not stated
chart-finding-fund = { $share } of the planned money comes from: { $name }
chart-finding-agency = { $name } leads { $share } of the planned money
chart-finding-area = { $share } of the planned money is for: { $name }
chart-finding-year = { $name } has most of the planned money: { $share }
chart-finding-plan = { $share } of the planned money is in the plan { $name }
chart-unstated-fund = { $share } of the planned money states no source
chart-unstated-agency = { $share } of the planned money is led by several agencies or states none
chart-unstated-area = { $share } of the planned money stands under no heading
chart-unstated-year = { $share } of the planned money states no year
chart-rest = { $count } others

checks-title = Where do the documents disagree with themselves?
checks-lead = The portal adds up every table and works out every rate anew. This is what is printed and what the sum is, not a verdict on anyone.
checks-empty = No check fits

provinces-title = Which provinces have plans here?
provinces-lead = The 34 provinces since 1 July 2025 and those before. A plan carries the name of its province at the time.
provinces-empty = No province fits
provinces-caption = { $count ->
    [one] { $count } province
   *[other] { $count } provinces
}
province-belongs = now part of { $name }
province-made-of = since 1 July 2025 made of { $names }
province-unchanged = kept its name in the reform of 2025
province-title = { $name }: promised, spent, reached
province-no-plans = No plan of this province is here yet
province-see-others = See provinces with plans
province-money-note = Added up from tasks that state money. A plan that states a total alone stands in the list of plans above.
see-all = See all { $count }
see-tasks = See every task and project

tiles-label = Tile map of the 34 provinces and two archipelagos
tile-plans = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
tile-hoang-sa = Hoàng Sa Islands
tile-truong-sa = Trường Sa Islands

tiles-switch = Provinces of which time
tiles-now = The 34 of today
tiles-then = The 63 until June 2025
tiles-label-then = The 63 provinces until 30 June 2025 by where they lie
tile-belongs = { $name }, part of { $province }
