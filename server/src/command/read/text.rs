//! How is the report printed: at most a hundred columns, without colours, in one screen?

use super::report::{Finding, Kind, PassedItem, Report};

mod lines;

use lines::Lines;

/// Records of a kind, and sentences passed over, that are printed unless all are asked for.
const FEW: usize = 2;

/// The report; all of it, or the first few of everything.
pub(super) fn of(report: &Report, all: bool) -> String {
    let mut printed = Printed { lines: Lines::default(), most: if all { usize::MAX } else { FEW }, all };
    printed.identity(report);
    printed.records(report);
    printed.sureness(report);
    printed.findings(report);
    printed.passed(report);
    printed.advice(report);
    printed.lines.finish()
}

struct Printed {
    lines: Lines,
    most: usize,
    all: bool,
}

impl Printed {
    fn identity(&mut self, report: &Report) {
        self.lines.whole("", &report.title);
        self.lines.rule();
        self.lines.heading("1. ĐÃ ĐỌC VĂN BẢN NÀO");
        for field in &report.identity {
            let value = field.value.as_deref().unwrap_or("không nêu");
            let whence = field.whence.as_ref().map(|whence| format!("  (theo {whence})")).unwrap_or_default();
            self.lines.whole(&format!("  {:<14}", field.name), &format!("{value}{whence}"));
        }
    }

    fn records(&mut self, report: &Report) {
        self.lines.heading(&format!("2. ĐỌC ĐƯỢC {} BẢN GHI", report.records()));
        for kind in &report.kinds {
            self.kind(kind);
        }
    }

    fn kind(&mut self, kind: &Kind) {
        let first = self.first(kind.items.len());
        self.lines.whole("  ", &format!("{}: {}{first}", kind.sort.name(), kind.items.len()));
        for item in kind.items.iter().take(self.most) {
            self.shown(&format!("    {:<4} ", item.mark), &format!("[{}] {}", item.address, item.words));
        }
    }

    fn sureness(&mut self, report: &Report) {
        let sure = &report.sureness;
        self.lines.heading("3. CHẮC ĐẾN ĐÂU");
        let first = self.first(sure.doubts.len());
        let counts = format!("{} chắc, {} khá chắc, {} chưa chắc{first}", sure.high, sure.medium, sure.low);
        self.lines.whole("  ", &counts);
        for doubt in sure.doubts.iter().take(self.most) {
            let marks: Vec<&str> = doubt.records.iter().map(|(_, mark)| mark.as_str()).collect();
            self.shown("    ", &format!("{} bản ghi: {} ({})", marks.len(), doubt.reason, marks.join(", ")));
        }
    }

    fn findings(&mut self, report: &Report) {
        let findings = &report.findings;
        self.lines.heading("4. SỐ LIỆU CÓ KHỚP KHÔNG");
        let counts = format!(
            "{} không khớp, {} lưu ý, {} khớp; {} cảnh báo về văn bản.",
            findings.differs.len(),
            findings.notes.len(),
            findings.agrees,
            findings.warnings.len()
        );
        self.lines.whole("  ", &counts);
        // What differs is news: none of it is left out.
        for finding in &findings.differs {
            let (lead, words) = found("KHÔNG KHỚP", finding);
            self.lines.whole(&lead, &words);
        }
        for (word, list) in [("Lưu ý", &findings.notes), ("Cảnh báo", &findings.warnings)] {
            list.iter().take(self.most).for_each(|finding| self.finding(word, finding));
        }
    }

    fn finding(&mut self, word: &str, finding: &Finding) {
        let (lead, words) = found(word, finding);
        self.shown(&lead, &words);
    }

    fn passed(&mut self, report: &Report) {
        let passed = &report.passed;
        self.lines.heading("5. BỎ QUA GÌ");
        let apart: usize = passed.apart.iter().map(|(_, count)| count).sum();
        let kinds: Vec<String> = passed.apart.iter().map(|(name, count)| format!("{name} {count}")).collect();
        self.lines.whole("  ", &format!(
            "Trong {} con số của văn bản, {} đã vào bản ghi, {apart} không cần bản ghi ({}), {} bị bỏ qua ở {} câu, dòng.",
            passed.numbers,
            passed.in_records,
            kinds.join(", "),
            passed.left,
            passed.items.len()
        ));
        passed.items.iter().take(self.most).for_each(|item| self.passed_item(item));
    }

    fn passed_item(&mut self, item: &PassedItem) {
        let sign = if item.reason.is_some() { ' ' } else { '!' };
        let reason = item.reason.as_deref().unwrap_or("chưa rõ vì sao");
        let head = format!("[{}] {} – {reason}", item.address, item.numbers.join(", "));
        self.shown(&format!("  {sign} {:<4} ", item.mark), &head);
        if self.all {
            self.lines.whole("         ", &item.path.join(" › "));
            self.lines.whole("         ", &format!("“{}”", item.quote));
        } else {
            self.lines.beginning("         ", &format!("“{}”", item.excerpt));
        }
    }

    fn advice(&mut self, report: &Report) {
        self.lines.heading("6. NÊN XEM");
        if report.advice.look.is_empty() {
            self.lines.whole("  ", "Không có gì bất thường.");
        }
        report.advice.look.iter().for_each(|words| self.lines.whole("  - ", words));
        self.lines.heading("7. LÀM GÌ TIẾP");
        let advice = &report.advice;
        let all = (!self.all).then_some(("Xem hết danh sách", &advice.all));
        let then = [("Xem trong văn bản", &advice.page), ("Đưa vào cổng", &advice.ingest)];
        for (purpose, command) in all.into_iter().chain(then) {
            // A command is never broken: it is copied.
            self.lines.line(&format!("  {purpose:<18} {command}"));
        }
    }

    /// Words that are printed whole only if all is asked for, else what one line holds of them.
    fn shown(&mut self, lead: &str, words: &str) {
        if self.all { self.lines.whole(lead, words) } else { self.lines.beginning(lead, words) }
    }

    /// How many of a list are printed, if not all.
    fn first(&self, count: usize) -> String {
        let few = if count <= self.most { String::new() } else { format!("; {} mục đầu", self.most) };
        if count == 0 { ".".to_owned() } else { format!("{few}:") }
    }
}

/// A finding: the word for it, and its place and message.
fn found(word: &str, finding: &Finding) -> (String, String) {
    let place = finding.address.as_ref().map(|address| format!("[{address}] ")).unwrap_or_default();
    (format!("    {word}: "), format!("{place}{}", finding.message))
}
