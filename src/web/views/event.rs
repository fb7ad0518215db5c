//! A line of the audit trail, as pages show it.

use serde::Serialize;

use super::time::Time;
use crate::domain::Event;
use crate::web::messages;

#[derive(Serialize)]
pub struct EventView {
    time: Time,
    text: &'static str,
    actor: String,
    address: Option<String>,
    device: Option<String>,
}

impl EventView {
    pub fn new(actor: String, event: Event) -> Self {
        Self {
            time: event.occurred_at.into(),
            text: messages::event(event.kind),
            actor,
            address: event.address,
            device: event.user_agent.map(|text| messages::device(Some(&text))),
        }
    }
}
