#![allow(clippy::disallowed_types, reason = "hostile files are refused in time, which is measured")]

use std::time::{Duration, Instant};

use crate::{decode::decode, reading::ReadError};

/// Longest that any file may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// A PDF of these objects, the first of them the catalogue; readers rebuild the missing table.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    for (at, object) in objects.iter().enumerate() {
        let number = (at + 1).to_string();
        file.extend([number.as_str(), " 0 obj\n", object, "\nendobj\n"]);
    }
    file.push_str("trailer << /Root 1 0 R >>\n%%EOF\n");
    file.into_bytes()
}

/// A PDF with a page for each content.
fn pages(contents: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", contents.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
            5 + 2 * at
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    pdf(&objects.iter().map(String::as_str).collect::<Vec<_>>())
}

fn text(bytes: &[u8]) -> String {
    decode(bytes, Some("plan.pdf")).expect("a PDF with text").text
}

fn say(matrix: &str, words: &str) -> String {
    format!("BT /F 12 Tf {matrix} Tm ({words}) Tj ET\n")
}

#[test]
fn what_is_no_pdf_inside_is_refused() {
    for bytes in
        [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".as_slice(), b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"]
    {
        let refused = decode(bytes, Some("plan.pdf"));
        assert!(matches!(refused, Err(ReadError::Damaged { kind: "PDF", .. })), "{refused:?}");
    }
}

#[test]
fn text_is_read_whichever_way_the_page_is_turned() {
    for (matrix, below) in [
        ("1 0 0 1 100 700", "1 0 0 1 100 680"),
        ("0 -1 1 0 300 700", "0 -1 1 0 280 700"),
        ("-1 0 0 -1 400 300", "-1 0 0 -1 400 320"),
        ("0 1 -1 0 300 200", "0 1 -1 0 320 200"),
    ] {
        let page = say(matrix, "- Muc tieu nam") + &say(below, "- Kinh phi");
        assert_eq!(text(&pages(&[page])), "- Muc tieu nam\n- Kinh phi\n", "{matrix}");
    }
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut page = say("1 0 0 1 72 780", &"ke hoach cua tinh ".repeat(5));
    for row in 0..12 {
        let at = 750 - 16 * row;
        page += &say(&format!("1 0 0 1 72 {at}"), &format!("- Trai {row} noi ve muc tieu nam nay"));
        page += &say(&format!("1 0 0 1 310 {at}"), &format!("- Phai {row} noi ve kinh phi nam sau"));
    }
    let text = text(&pages(&[page]));
    let order: Vec<&str> = text.lines().skip(1).map(|line| &line[2..6]).collect();
    assert_eq!(order, [["Trai"; 12], ["Phai"; 12]].concat(), "{text}");
}

#[test]
fn what_is_said_on_every_page_is_said_no_time() {
    let page = |number: usize| {
        say("1 0 0 1 250 800", &number.to_string())
            + &say(
                "1 0 0 1 72 700",
                &format!("- Trang nay noi ve viec {}", ["mot", "hai", "ba", "tu"][number - 1]),
            )
            + &say("1 0 0 1 72 40", "Cong bao tinh")
    };
    let text = text(&pages(&[page(1), page(2), page(3), page(4)]));
    assert!(!text.contains("Cong bao") && text.lines().count() == 4, "{text}");
}

#[test]
fn letters_that_no_reader_sees_are_left_out() {
    let page =
        say("1 0 0 1 72 700", "thay") + "q 0 0 595 400 re W n\n" + &say("1 0 0 1 72 600", "khuat") + "Q\n";
    assert_eq!(text(&pages(&[page])), "thay\n");
}

#[test]
fn a_year_at_a_page_s_edge_is_no_page_number() {
    let page = say("1 0 0 1 72 700", "- Ke hoach cua tinh nam") + &say("1 0 0 1 72 40", "2030");
    assert!(text(&pages(&[page])).contains("2030"));
}

#[test]
fn letters_that_run_another_way_are_told() {
    let page = say("1 0 0 1 72 700", &"muc tieu ".repeat(20)) + &say("0 1 -1 0 40 200", "ghi chu");
    let decoded = decode(&pages(&[page]), None).expect("it has text");
    assert!(!decoded.text.contains("ghi chu"));
    assert!(decoded.warnings[0].message.starts_with("Trang 1 "), "{:?}", decoded.warnings);
}

#[test]
fn a_scan_is_named_as_one() {
    let picture = "q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q".to_owned();
    let scan = vec![picture.clone(); 3];
    assert_eq!(decode(&pages(&scan), None), Err(ReadError::Scanned { pages: 3 }));
    let words = say("1 0 0 1 72 700", &"muc tieu ".repeat(20));
    let mixed = decode(&pages(&[words.clone(), picture, words]), None).expect("two pages have text");
    assert!(mixed.warnings[0].message.starts_with("Trang 2 "), "{:?}", mixed.warnings);
}

#[test]
fn hostile_files_are_refused_or_read_in_time() {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>";
    let stream = |words: &str, entries: &str| {
        format!("<< {entries} /Length {} >>\nstream\n{words}\nendstream", words.len())
    };
    let tree = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>";
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>";
    let many = format!("<< /Type /Pages /Count 100000 /Kids [{}] >>", "3 0 R ".repeat(100_000));
    let lines: String = (0..12).map(|at| say(&format!("1 0 0 1 72 {}", at * 60), "- Viec")).collect();
    let files = [
        ("pages that hold themselves", pdf(&[catalog, "<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"])),
        (
            "a form that draws itself",
            pdf(&[catalog, tree, page, &stream("/X Do", ""), &stream("/X Do /X Do", form)]),
        ),
        ("a page said often", pdf(&[catalog, &many, page, &stream("q Q", "")])),
        ("a long content", pages(&["q 1 0 0 1 0 0 cm 0 0 9 0 re f Q\n".repeat(60_000)])),
        ("much nesting", pages(&["q ".repeat(400_000)])),
        ("deep arrays", pdf(&[catalog, &"[".repeat(500_000)])),
        (
            "a page as wide as a country",
            pdf(&[
                catalog,
                tree,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9000000000 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
                &stream(&lines, ""),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
            ]),
        ),
        (
            "a length beyond the file",
            pdf(&[catalog, tree, page, "<< /Length 99999999999 >>\nstream\n(a) Tj"]),
        ),
        (
            "a length that is itself",
            pdf(&[catalog, tree, page, "<< /Length 4 0 R >>\nstream\n(a) Tj\nendstream"]),
        ),
    ];
    for (name, bytes) in files {
        let start = Instant::now();
        let _ = decode(&bytes, Some("plan.pdf"));
        let taken = start.elapsed();
        assert!(taken < PATIENCE, "{name}: {taken:?}");
    }
}
