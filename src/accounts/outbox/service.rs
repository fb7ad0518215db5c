//! The parts that the outbox needs.

use std::sync::Arc;

use crate::accounts::core::Core;
use crate::mail::Mailer;

/// The mails that flows have enqueued, and the mailer that sends them. Cheap to clone.
#[derive(Clone)]
pub struct Outbox {
    pub(super) core: Core,
    pub(super) mailer: Arc<Mailer>,
}

impl Outbox {
    pub(in crate::accounts) fn new(core: Core, mailer: Mailer) -> Self {
        Self { core, mailer: Arc::new(mailer) }
    }
}
