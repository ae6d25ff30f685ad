### The start page.

home-title = What provinces promise, spend and reach
home-question = What did provinces promise, what did it cost, was it done?
home-description = Targets, money and results in the published plans of Vietnamese provinces, each with the sentence it was read from.
home-lead = Minh Bạch reads the plans that provinces publish. Follow any number on
home-lead-end = to the very sentence that states it.
home-search-label = { $count ->
    [one] Search { $count } plan, with or without Vietnamese marks
   *[other] Search { $count } plans, with or without Vietnamese marks
}
home-try = Try
home-plans-of = { $count ->
    [one] of { $count } province, { $years }
   *[other] of { $count } provinces, { $years }
}
home-planned = Money planned
home-planned-of = what { $count } plans state for themselves, { $years }, added up; { $computed } of them state no total, the portal added up their rows
home-spent = Plans that state money spent
home-spent-of = each speaks of other years, so the portal does not add them up
home-verdicts = Targets judged by the documents
home-unjudged = the portal worked out { $computed } more; { $rest } other results state numbers without saying whether they are enough
home-examples = Worked examples
home-examples-note = Each answer is a sentence in a document.
home-provinces = Provinces with plans
home-provinces-note = The 34 provinces since 1 July 2025. A plan carries the name of its province at the time.
home-provinces-without = { $count ->
    [one] { $count } other province has no plan here yet.
   *[other] { $count } other provinces have no plan here yet.
}
home-provinces-all = See all provinces
home-plans-note = By the plan's period, newest first.
home-checks = Where documents disagree with themselves
home-checks-note = The portal adds up every table and works out every rate anew. This is what is printed and what the sum is, not a verdict.

example-promise = How much did { $province } promise by { $year }: “{ $label }”?
example-money = How much money does the plan of { $plan } need?
example-task = “{ $task }”, { $province }: how much was spent?
example-of = of
