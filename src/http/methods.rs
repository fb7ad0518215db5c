//! The methods that a path supports, for the answer to a method that it does not support.

use rocket::Request;
use rocket::http::{Method, Status};

use super::request_head::head;

/// The value of `Allow`, if the path exists but does not support this method. Rocket answers "not found" in this case,
/// and does not know every method.
pub fn allowed_methods(status: Status, request: &Request<'_>) -> Option<String> {
    let mut methods = known_methods(request);
    let is_wrong_method = match status.code {
        404 => !methods.contains(&request.method()),
        405 => head(request).is_method_unknown,
        _ => false,
    };
    if methods.is_empty() || !is_wrong_method {
        return None;
    }
    if methods.contains(&Method::Get) {
        methods.push(Method::Head);
    }
    methods.sort_by_key(|method| method.as_str());
    methods.dedup();
    Some(methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", "))
}

/// Whether the path can be read with GET.
pub fn has_page(request: &Request<'_>) -> bool {
    known_methods(request).contains(&Method::Get)
}

fn known_methods(request: &Request<'_>) -> Vec<Method> {
    let path = request.uri().path();
    let asked: Vec<&str> = path.raw_segments().map(|segment| segment.as_str()).collect();
    let is_here = |uri: &str| {
        let known: Vec<&str> = uri.split('/').filter(|part| !part.is_empty()).collect();
        known.len() == asked.len()
            && known.iter().zip(&asked).all(|(known, asked)| known.starts_with('<') || known == asked)
    };
    let routes = request.rocket().routes().filter(|route| is_here(route.uri.path()));
    routes.map(|route| route.method).collect()
}
