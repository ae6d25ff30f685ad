/** Every page that a visitor can come to, in Vietnamese; English stands under /en. */
export const PAGES = [
  "/",
  "/search?q=so+hoa",
  "/search?q=khongcogicahet",
  "/search?q=so+hoa&view=ranked",
  "/search?q=%22tr%E1%BB%B1c+ho%C3%A1+tuy%E1%BA%BFn%22+nam:2020",
  "/plans",
  "/plans/kien-giang-2020",
  "/plans/soc-trang-2024",
  "/targets",
  "/targets?province=soc-trang&year=2020",
  "/progress",
  "/spending",
  "/spending?q=khongcogicahet",
  "/provinces",
  "/provinces/kien-giang",
  "/checks",
  "/compare",
  "/compare?indicator=procedure-files-online&province=kien-giang&province=soc-trang",
  "/indicators",
  "/indicators/work-files-online",
  "/agencies",
  "/agencies/so-thong-tin-va-truyen-thong",
  "/laws",
  "/laws/43-2011-nd-cp",
  "/data",
  "/about",
];

/** The pages that most visits begin at: home, search, a plan, a comparison, spending. */
export const FIRST_VISITS = [
  "/",
  "/search?q=so+hoa",
  "/plans/kien-giang-2020",
  "/compare?indicator=procedure-files-online&province=kien-giang&province=soc-trang",
  "/spending",
];
