//! Does a record keep its address, and say when it is gone?

use super::{portal, small};
use crate::support::portal::Portal;

#[tokio::test]
async fn a_record_is_found_by_its_id_alone_and_in_its_list() {
    let portal = portal().await;
    for noun in ["objectives", "targets", "progress", "spending", "totals"] {
        let list = portal.json(&format!("/api/v1/{noun}")).await;
        let record = &list["data"][0];
        let id = record["id"].as_str().unwrap();
        assert_eq!(&portal.json(&format!("/api/v1/records/{id}")).await["data"], record, "{noun}");
        assert_eq!(&portal.json(&format!("/api/v1/{noun}/{id}")).await["data"], record, "{noun}");
    }
}

#[tokio::test]
async fn a_record_of_another_list_is_not_found() {
    let portal = portal().await;
    let list = portal.json("/api/v1/spending").await;
    let id = list["data"][0]["id"].as_str().unwrap();
    assert_eq!(portal.get(&format!("/api/v1/targets/{id}")).await.status.as_u16(), 404);
}

#[tokio::test]
async fn a_record_that_a_new_version_no_longer_states_is_gone_with_a_reason() {
    let portal = Portal::empty().await;
    portal.publish(&small(2020)).await;
    let list = portal.json("/api/v1/spending?q=tuyen+truyen").await;
    let id = list["data"][0]["id"].as_str().unwrap().to_owned();
    let mut shorter = small(2020);
    shorter.text.push_str("Bản sửa đổi\n");
    shorter.spending.remove(2);
    portal.publish_as_version(&shorter).await;
    for path in [format!("/api/v1/records/{id}"), format!("/api/v1/spending/{id}")] {
        let reply = portal.get(&path).await;
        assert_eq!(reply.status.as_u16(), 410, "{path}");
        assert_eq!(reply.header("content-type"), "application/problem+json");
        assert!(reply.json()["detail"].as_str().unwrap().contains(&id));
    }
    assert_eq!(portal.json("/api/v1/spending").await["page"]["total"], 4);
}
