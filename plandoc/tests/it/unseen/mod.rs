//! Is a plan that the reader has never seen read for what it says, and no more?
//!
//! Made-up plans in the ways that portals and offices print them.

mod changes;
mod heads;
mod identity;
mod passages;
mod results;
mod spelled;
mod sums;
mod tables;
mod targets;
mod tasks;

use plandoc::{ReadOptions, Reading, read};

/// Sections that any plan may end with.
const BODY: &str = "I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. TỔ CHỨC THỰC HIỆN\nCác sở, ngành triển khai kế hoạch này.\n";

fn reading(text: &str) -> Reading {
    let options = ReadOptions { file_name: Some("plan.txt"), manifest: None };
    let reading = read(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}\n{text}"));
    for target in &reading.targets {
        let source = &target.provenance.source;
        let words: String = text.chars().skip(source.start).take(source.end - source.start).collect();
        assert_eq!(words, target.provenance.quote, "the quote is exact");
    }
    reading
}

/// A plan issued in 2031 for 2031 to 2035 with these sections.
fn plan_of(sections: &str) -> Reading {
    reading(&format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 9/KH-UBND\nSơn La, ngày 3 tháng 2 năm 2031\nKẾ HOẠCH\nMỞ CHỢ QUÊ TỈNH SƠN LA GIAI ĐOẠN 2031-2035\n{sections}"
    ))
}
