//! Variables that Kubernetes sets in every container for every Service. For a Service named `frontdesk` or `rocket`
//! they look like settings, but are none (Kubernetes documentation, "Accessing the Service: environment variables").

use std::net::{IpAddr, SocketAddr};

/// Whether a variable has one of these forms, in its name and in its value. `ROCKET_PORT=8000` has not.
///
/// ```text
/// NAME_SERVICE_HOST=10.0.0.11       NAME_PORT=tcp://10.0.0.11:8000
/// NAME_SERVICE_PORT=8000            NAME_PORT_8000_TCP=tcp://10.0.0.11:8000
/// NAME_SERVICE_PORT_HTTP=8000       NAME_PORT_8000_TCP_PROTO=tcp  …_PORT=8000  …_ADDR=10.0.0.11
/// ```
pub fn is_service_variable(name: &str, value: &str) -> bool {
    if name.ends_with("_SERVICE_HOST") {
        return is_address(value);
    }
    if name.ends_with("_SERVICE_PORT") || name.contains("_SERVICE_PORT_") {
        return is_port(value);
    }
    if let Some((_, rest)) = name.rsplit_once("_PORT_")
        && let [port, protocol, field @ ..] = &rest.split('_').collect::<Vec<_>>()[..]
        && is_port(port)
        && is_protocol(protocol)
    {
        return match field {
            [] => is_url(value),
            ["PROTO"] => is_protocol(value),
            ["PORT"] => is_port(value),
            ["ADDR"] => is_address(value),
            _ => false,
        };
    }
    name.ends_with("_PORT") && is_url(value)
}

fn is_url(value: &str) -> bool {
    value
        .split_once("://")
        .is_some_and(|(protocol, rest)| is_protocol(protocol) && rest.parse::<SocketAddr>().is_ok())
}

fn is_protocol(text: &str) -> bool {
    ["tcp", "udp", "sctp"].iter().any(|known| text.eq_ignore_ascii_case(known))
}

fn is_port(text: &str) -> bool {
    text.parse::<u16>().is_ok()
}

fn is_address(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_kubernetes_sets_is_told_from_settings() {
        for (name, value) in [
            ("FRONTDESK_SERVICE_HOST", "10.96.14.7"),
            ("FRONTDESK_SERVICE_HOST", "fd00:10:96::7"),
            ("FRONTDESK_SERVICE_PORT", "8000"),
            ("FRONTDESK_SERVICE_PORT_HTTP", "8000"),
            ("FRONTDESK_SERVICE_PORT_HTTP_METRICS", "9090"),
            ("FRONTDESK_PORT", "tcp://10.96.14.7:8000"),
            ("FRONTDESK_PORT", "tcp://[fd00:10:96::7]:8000"),
            ("FRONTDESK_PORT_8000_TCP", "tcp://10.96.14.7:8000"),
            ("FRONTDESK_PORT_8000_TCP_PROTO", "tcp"),
            ("FRONTDESK_PORT_8000_TCP_PORT", "8000"),
            ("FRONTDESK_PORT_8000_TCP_ADDR", "10.96.14.7"),
            ("FRONTDESK_PORT_53_UDP", "udp://10.96.14.7:53"),
            ("ROCKET_PORT", "tcp://10.96.14.7:8000"),
            ("FRONTDESK_POSTGRES_SERVICE_HOST", "10.96.14.8"),
            ("FRONTDESK_POSTGRES_PORT_5432_TCP_ADDR", "10.96.14.8"),
        ] {
            assert!(is_service_variable(name, value), "{name}={value}");
        }
        for (name, value) in [
            ("ROCKET_PORT", "8000"),
            ("FRONTDESK_PORT", "8000"),
            ("FRONTDESK_PORT", "tcp://"),
            ("FRONTDESK_PORT", "https://id.example.com"),
            ("FRONTDESK_SERVICE_HOST", "id.example.com"),
            ("FRONTDESK_SERVICE_PORT", "http"),
            ("FRONTDESK_PORT_8000_TCP_NAME", "x"),
            ("FRONTDESK_PUBLIC_URL", "tcp://10.96.14.7:8000"),
            ("FRONTDESK_PORT_X_TCP", "tcp://10.96.14.7:8000"),
            ("FRONTDESK_PORT", "http://10.96.14.7:8000"),
            ("FRONTDESK_PORT_8000_HTTP", "tcp://10.96.14.7:8000"),
            ("FRONTDESK_PORT_8000_TCP_PROTO", "http"),
        ] {
            assert!(!is_service_variable(name, value), "{name}={value}");
        }
    }
}
