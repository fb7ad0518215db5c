//! Recognition: whether an attempt comes from a browser or a network that the account knows, and the notice to the
//! owner if it does not.

use std::net::IpAddr;

use time::Duration;

use crate::accounts::throttle::KnownClient;
use crate::domain::{Client, EmailAddress, MailKind, PhcString, TokenDigest, User, UserId, network};
use crate::storage::events::{self, AuditContext};
use crate::storage::known_devices::DeviceStatus;
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Reader, Transaction, known_devices, passwords};

/// How many of the latest log-ins determine the networks that an account knows.
const REMEMBERED_LOG_INS: i64 = 50;

/// The maximum number of notices about log-ins from a new device that an owner gets in a day.
const MAX_NOTICES_A_DAY: i64 = 20;

/// An account with the hash to check the password against, and what is known of the client.
pub(super) struct AccountToCheck {
    pub user: User,
    pub hash: PhcString,
    pub recognition: Recognition,
}

/// Whether the account knows the device and the network of an attempt.
#[derive(Clone, Debug, Default)]
pub(super) struct Recognition {
    /// The device of the attempt, known or not.
    pub device: Option<TokenDigest>,
    pub is_known_device: bool,
    pub is_known_network: bool,
}

impl Recognition {
    /// The rate limit against which the attempt counts.
    pub fn known_client(&self, client: &Client) -> Option<KnownClient<'_>> {
        let device = self.device.as_ref().filter(|_| self.is_known_device).map(KnownClient::Device);
        device.or_else(|| client.network().filter(|_| self.is_known_network).map(KnownClient::Network))
    }

    /// Whether a session in a browser with this device needs no notice.
    pub fn covers(&self, device: DeviceStatus) -> bool {
        match device {
            DeviceStatus::Known => true,
            DeviceStatus::FirstOfAll => self.is_known_network,
            DeviceStatus::New => false,
        }
    }
}

/// Runs the same queries for unknown accounts, so that response time does not reveal whether an account exists.
pub(super) fn find(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    device: Option<TokenDigest>,
    client: Option<IpAddr>,
) -> Result<Option<AccountToCheck>, storage::Error> {
    let credentials = passwords::find(db, email)?;
    let id = credentials.as_ref().map_or(UserId::NONE, |(user, _)| user.id);
    let addresses = events::log_in_addresses(db, id, REMEMBERED_LOG_INS)?;
    let is_known_network = client.is_some_and(|client| {
        addresses.iter().filter_map(|address| address.parse().ok()).any(|address| network(address) == client)
    });
    let is_known_device = is_known(db, id, device.as_ref())?;
    let recognition = Recognition { device, is_known_device, is_known_network };
    Ok(credentials.map(|(user, hash)| AccountToCheck { user, hash, recognition }))
}

pub(super) fn is_known(
    db: &mut Reader<'_>,
    id: UserId,
    device: Option<&TokenDigest>,
) -> Result<bool, storage::Error> {
    device.map_or(Ok(false), |device| known_devices::is_known(db, id, device))
}

/// Notifies the owner of a log-in from a new browser or network, except for the first log-in of all.
pub(in crate::accounts) fn notify_owner(
    tx: &mut Transaction<'_>,
    user: &User,
    audit: &AuditContext,
) -> Result<(), storage::Error> {
    if user.last_log_in_at.is_none() {
        return Ok(());
    }
    // A client that logs in again and again without a cookie would cause a mail each time.
    let since = audit.at - Duration::days(1);
    if mails::count(tx, user.id, MailKind::NewDevice, since)? >= MAX_NOTICES_A_DAY {
        return Ok(());
    }
    mails::enqueue(tx, &NewMail::to_owner(MailKind::NewDevice, user), audit)
}
