use crate::{decode::decode, reading::ReadError};

fn text_of(body: &str) -> String {
    let page = format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Cổng</title></head><body>{body}</body></html>"
    );
    decode(page.as_bytes(), Some("plan.html")).unwrap_or_else(|error| panic!("{error}")).text
}

#[test]
fn paragraphs_lists_and_entities_are_lines() {
    let body = "<p>KẾ&nbsp;HOẠCH<br>n&#259;m\n  2021</p><div>I. MỤC <b>TI</b>ÊU</div><ul><li>Một<li>Hai</ul>\
        <ol type=a start=2><li>Ba</li><li><p>Bốn</p></li></ol><pre>giữ\n  dòng</pre>";
    let expected = "KẾ\u{a0}HOẠCH\nnăm 2021\nI. MỤC TIÊU\n- Một\n- Hai\nb. Ba\nc. Bốn\ngiữ\ndòng\n";
    assert_eq!(text_of(body), expected);
}

#[test]
fn navigation_scripts_and_hidden_words_are_left_out() {
    let body = "<script>if (a < b) document.write('<p>x</p>')</script><style>p { color: red }</style>\
        <nav><a href=/>Trang chủ</a></nav><div class=\"menu-top fixed\"><div><p>Giới thiệu</p></div></div>\
        <div id=main><p><a href=/1>Tin tức</a> | <a href=/2>Văn bản</a></p><p style=\"display: none\">ẩn</p>\
        <p>Thực hiện <a href=/3>Quyết định số 28/2018/QĐ-TTg</a></p></div><footer>Bản quyền</footer>";
    assert_eq!(text_of(body), "Thực hiện Quyết định số 28/2018/QĐ-TTg\n");
}

#[test]
fn a_plan_inside_what_is_called_a_menu_is_read_all_the_same() {
    let body = "<p>Trang chủ</p><div class=menu><p>Kế hoạch ứng dụng công nghệ thông tin của tỉnh</p></div>";
    assert_eq!(text_of(body), "Trang chủ\nKế hoạch ứng dụng công nghệ thông tin của tỉnh\n");
}

#[test]
fn rows_are_lines_and_merged_cells_leave_their_places_empty() {
    let body = "<p>ĐVT: triệu đồng</p><table border=1><tr><th>TT<th>Nội dung<th colspan=2>Kinh phí</tr>\
        <tr><td rowspan=2>1<td>Mạng<br>LAN<td>5<td>6<tr><td>Máy<td>7<td>8</table><p>Hết</p>";
    let expected = "ĐVT: triệu đồng\n\nTT\tNội dung\tKinh phí\t\n1\tMạng LAN\t5\t6\n\tMáy\t7\t8\n\nHết\n";
    assert_eq!(text_of(body), expected);
}

#[test]
fn tables_that_lay_out_a_page_are_read_cell_by_cell() {
    let body = "<table><tr><td><ul><li><a href=/>Trang chủ</a></li></ul></td><td><table><tr><td>ỦY BAN NHÂN DÂN<br>\
        Số: 391/KH-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Lào cai, Ngày 30\n tháng 12 năm 2016</td></tr></table>\
        <p>KẾ HOẠCH</p></td></tr></table>";
    let expected = "ỦY BAN NHÂN DÂN\nSố: 391/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
        Lào cai, Ngày 30 tháng 12 năm 2016\nKẾ HOẠCH\n";
    assert_eq!(text_of(body), expected);
}

#[test]
fn bars_in_the_text_stay() {
    assert_eq!(
        text_of("<p>Số: 391/KH-UBND | Lào cai, Ngày 30<br>tháng 12 năm 2016</p>"),
        "Số: 391/KH-UBND | Lào cai, Ngày 30\ntháng 12 năm 2016\n"
    );
}

#[test]
fn footnotes_stand_after_their_paragraph() {
    let word = "<p>Có 9 hệ thống<a href=\"#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a>.</p><p>Sau</p>\
        <div id=ftn1><p><a href=\"#_ftnref1\">[1]</a> Sở Y tế;</p><p>Sở Nội vụ.</p></div>";
    assert_eq!(text_of(word), "Có 9 hệ thống[footnoteRef:1]. [1:  Sở Y tế; Sở Nội vụ.]\nSau\n");
    let writer = "<p>Có 9 hệ thống<a class=sdfootnoteanc href=\"#sdfootnote1sym\"><sup>1</sup></a></p>\
        <div id=sdfootnote1><p><a href=\"#sdfootnote1anc\">1</a>Sở Y tế</p></div>";
    assert_eq!(text_of(writer), "Có 9 hệ thống[footnoteRef:1] [1:  Sở Y tế]\n");
}

#[test]
fn a_page_is_decoded_as_it_states() {
    let page = |charset: &str, words: &[u8]| {
        let head =
            format!("<html><meta http-equiv=Content-Type content=\"text/html; charset={charset}\"><body><p>");
        [head.as_bytes(), words].concat()
    };
    let decoded = decode(&page("windows-1258", b"k\xea\xec hoa\xf2ch"), None).expect("a page");
    assert_eq!(decoded.text, "kế hoạch\n");
    assert!(decoded.warnings[0].message.contains("windows-1258"));
    let decoded = decode(&page("windows-1252", b"k\xd5 ho\xb9ch c\xf1a c\xb8c"), None).expect("a page");
    assert_eq!(decoded.text, "kế hoạch của các\n");
    let wide: Vec<u8> = "\u{feff}<html><body>Kế hoạch".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&wide, None).map(|read| read.text), Ok("Kế hoạch\n".to_owned()));
}

#[test]
fn a_page_without_words_and_deep_nesting_are_refused_or_read() {
    let empty = decode(b"<html><body><script>load()</script></body></html>", None);
    assert!(matches!(empty, Err(ReadError::Damaged { .. })), "{empty:?}");
    let deep =
        format!("<html>{}Kế hoạch{}", "<table><tr><td><ul><li>".repeat(20_000), "</div>".repeat(20_000));
    assert_eq!(decode(deep.as_bytes(), None).map(|read| read.text), Ok("- Kế hoạch\n".to_owned()));
}
