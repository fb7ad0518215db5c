//! A line of the audit trail, as pages show it.

use serde::Serialize;

use crate::domain::Event;
use crate::locale::{Message, Time};
use crate::web::messages;

#[derive(Serialize)]
pub struct EventView {
    time: Time,
    text: Message,
    actor: Message,
    address: Option<String>,
    device: Option<Message>,
}

impl EventView {
    pub fn new(actor: Message, event: Event) -> Self {
        Self {
            time: event.occurred_at.into(),
            text: messages::event(event.kind),
            actor,
            address: event.address,
            device: event.user_agent.map(|text| messages::device(Some(&text))),
        }
    }
}
