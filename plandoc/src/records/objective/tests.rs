use super::*;
use crate::decode::decode;

fn goals(text: &str) -> Vec<Objective> {
    let decoded = decode(text.as_bytes(), Some("plan.txt")).expect("the text decodes");
    read(&ReadContext::new(decoded))
}

#[test]
fn goals_are_general_or_specific_by_their_heading() {
    let found = goals(
        "I. MỤC TIÊU\n1. Mục tiêu chung\n- Xây dựng chính quyền số.\n2. Mục tiêu cụ thể\n- 80% trường học nối mạng;\nII. NHIỆM VỤ\n- Lắp đặt thiết bị.\n",
    );
    let read: Vec<_> = found.iter().map(|goal| (goal.text.as_str(), goal.scope)).collect();
    assert_eq!(
        read,
        [("Xây dựng chính quyền số.", Scope::General), ("80% trường học nối mạng", Scope::Specific)]
    );
    assert_eq!(found[0].provenance.inherited, ["scope"]);
    assert_eq!(found[0].provenance.quote, "Xây dựng chính quyền số.");
}

#[test]
fn a_sub_heading_is_the_area_and_no_goal() {
    let found = goals(
        "I. MỤC TIÊU\n1. Mục tiêu cụ thể\na) Kinh tế số:\n- Có 12 sàn giao dịch.\nb) Xã hội số:\n- Mọi xã có mạng.\n",
    );
    let areas: Vec<_> = found.iter().map(|goal| goal.area.as_deref().unwrap_or("")).collect();
    assert_eq!(found.len(), 2, "{areas:?}");
    assert!(areas[0].contains("Kinh tế số") && areas[1].contains("Xã hội số"), "{areas:?}");
}

#[test]
fn a_line_that_leads_up_to_goals_is_none() {
    let found = goals("I. MỤC TIÊU\nPhấn đấu đến năm 2035 đạt các mục tiêu sau:\n- Có 12 sàn giao dịch.\n");
    assert_eq!(found.iter().map(|goal| goal.text.as_str()).collect::<Vec<_>>(), ["Có 12 sàn giao dịch."]);
}

#[test]
fn a_long_goal_is_quoted_up_to_a_whole_word() {
    let long = "mạng thông tin ".repeat(60);
    let found = goals(&format!("I. MỤC TIÊU\n1. Mục tiêu chung\n- Xây dựng {long}hiện đại.\n"));
    let quote = &found[0].provenance.quote;
    assert!(
        quote.chars().count() <= 600 && ["mạng", "thông", "tin"].iter().any(|word| quote.ends_with(word))
    );
    assert!(found[0].text.ends_with("hiện đại."));
}
