//! Are lines that a page cut put together again?

use plandoc::records::Comparator;

use super::plan_of;

#[test]
fn headings_that_line_ends_cut_are_read_whole() {
    let reading = plan_of(
        "Phần\nI\nĐÁNH\nGIÁ KẾT QUẢ NĂM 2030\nI. KẾT QUẢ\nĐẠT ĐƯỢC\nĐã có 4 chợ.\nB. KẾ HOẠCH\nNĂM 2031\nI. Khái quát về\nChợ quê\nChợ họp mỗi tuần.\nPhần II\n\nNHIỆM VỤ NĂM 2032\n1. Nhiệm vụ chung\nMở chợ.\n",
    );
    let titles: Vec<&str> = reading.document.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Phần I ĐÁNH GIÁ KẾT QUẢ NĂM 2030",
            "I. KẾT QUẢ ĐẠT ĐƯỢC",
            "B. KẾ HOẠCH NĂM 2031",
            "I. Khái quát về Chợ quê",
            "Phần II NHIỆM VỤ NĂM 2032",
            "1. Nhiệm vụ chung",
        ]
    );
    assert_eq!(reading.document.sections[2].year, Some(2031));
}

#[test]
fn a_sentence_broken_into_lines_is_one_passage() {
    let reading = plan_of(
        "I. HIỆN TRẠNG\nTrong năm qua tỉnh tiếp tục chú trọng\nviệc mở chợ, trong đó nổi bật là Quyết định số 97/2030/QĐ-UBND\nngày 19/9/2030 của\nUBND tỉnh Sơn La về chợ quê, kế hoạch giai đoạn 2030\n- 2034 và các chỉ đạo điều hành mà các địa\nphương cùng các sở, ban, ngành đã thực\nhiện đầy đủ theo đúng tiến độ đã giao cho\ncác đơn vị.\nII. MỤC TIÊU\n- Tỷ lệ xã có chợ đạt trên\n50%.\n",
    );
    let cited: Vec<_> = reading
        .citations
        .iter()
        .map(|c| (c.number.as_str(), c.issued_on.as_deref(), c.issuer.as_deref()))
        .collect();
    assert_eq!(cited, [("97/2030/QĐ-UBND", Some("2030-09-19"), Some("UBND tỉnh Sơn La"))]);
    let targets: Vec<_> = reading.targets.iter().map(|t| (t.comparator, t.value)).collect();
    assert_eq!(targets, [(Comparator::Gt, 50.0)]);
}

#[test]
fn the_number_of_a_page_does_not_cut_a_sentence() {
    for page in ["- 14 -", "Trang 14/20", "Trang 14"] {
        let reading = plan_of(&format!(
            "I. MỤC TIÊU\n- 80% chợ có mái che; 90% hộ có thẻ\n{page}\nvào chợ đêm.\nII. NHIỆM VỤ\nMở chợ.\n"
        ));
        let labels: Vec<&str> = reading.targets.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(labels[1], "hộ có thẻ vào chợ đêm", "{page}: {labels:?}");
    }
}
