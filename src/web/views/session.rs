//! A place where a person is logged in, as pages show it.

use serde::Serialize;

use crate::domain::{DeviceKind, Session, SessionId, device_kind};
use crate::locale::{Message, Time};
use crate::web::messages;

#[derive(Serialize)]
pub struct SessionView {
    id: i64,
    device: Message,
    /// Which icon it has.
    kind: &'static str,
    /// It has tokens instead of a cookie.
    program: bool,
    address: Option<String>,
    started: Time,
    last_used: Time,
    /// It is the one that is looking.
    current: bool,
}

impl SessionView {
    pub fn new(session: Session, current: Option<SessionId>) -> Self {
        let kind = match session.is_program() {
            true => DeviceKind::Program,
            false => session.user_agent.as_deref().map_or(DeviceKind::Desktop, device_kind),
        };
        Self {
            id: session.id.0,
            device: messages::device(session.user_agent.as_deref()),
            kind: kind.name(),
            program: session.is_program(),
            address: session.address,
            started: session.created_at.into(),
            last_used: session.last_used_at.into(),
            current: Some(session.id) == current,
        }
    }
}
