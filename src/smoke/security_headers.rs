//! The headers that every answer has to carry: those of docs/SECURITY.md, which are not read from the code that sends them.

use super::answer::Answer;
use super::answer::quoted;

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A header, and the values that it may have.
const EXPECTED: [(&str, &[&str]); 9] = [
    ("Content-Security-Policy", &[CONTENT_SECURITY_POLICY]),
    ("X-Content-Type-Options", &["nosniff"]),
    ("X-Frame-Options", &["DENY"]),
    ("Cross-Origin-Opener-Policy", &["same-origin"]),
    ("Cross-Origin-Embedder-Policy", &["require-corp"]),
    ("Cross-Origin-Resource-Policy", &["same-origin", "cross-origin"]),
    ("Referrer-Policy", &["same-origin", "strict-origin"]),
    ("Permissions-Policy", &["camera=(), geolocation=(), microphone=()"]),
    ("X-Permitted-Cross-Domain-Policies", &["none"]),
];

const STRICT_TRANSPORT_SECURITY: &str = "Strict-Transport-Security";
const TWO_YEARS: &str = "max-age=63072000; includeSubDomains";

/// What is wrong with the headers of an answer, in sentences.
pub fn faults(answer: &Answer, is_https: bool) -> Vec<String> {
    let with_https = is_https.then_some((STRICT_TRANSPORT_SECURITY, &[TWO_YEARS][..]));
    let (mut missing, mut faults) = (Vec::new(), Vec::new());
    for (name, values) in EXPECTED.into_iter().chain(with_https) {
        match answer.header(name) {
            Some(found) if values.contains(&found.as_str()) => {}
            Some(found) => faults.push(format!(
                "The header {name} is \"{}\" and should be \"{}\": a proxy adds or changes it.",
                quoted(&found),
                values.join("\" or \"")
            )),
            None => missing.push(name),
        }
    }
    match missing.as_slice() {
        [] => {}
        [STRICT_TRANSPORT_SECURITY] => faults.push(format!(
            "The header {STRICT_TRANSPORT_SECURITY} is missing: set public_url to the https address, or see whether a \
             proxy removes it."
        )),
        [one] => faults.push(format!("The header {one} is missing: a proxy removes it.")),
        several => faults.push(format!(
            "The headers {} are missing: a proxy removes them, or this is not Frontdesk.",
            several.join(", ")
        )),
    }
    faults
}
