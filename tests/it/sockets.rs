//! Where the server listens: several addresses, Unix sockets with a mode, sockets that a service manager passes.

use std::fs;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net::UnixListener;
use std::path::Path;

use crate::harness::{Port, Program, Server, curl};

const UNIX: &str = r#"["unix:http.sock"]"#;

fn over_unix(socket: &Path) -> String {
    curl(&["--unix-socket", socket.to_str().expect("a path"), "http://localhost/login"])
}

fn mode(file: &Path) -> u32 {
    file.metadata().expect("a file").permissions().mode() & 0o7777
}

fn error(program: &Program) -> String {
    let output = program.run(&["serve"], "");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn answers(server: &Server) -> usize {
    let urls = server.addresses().into_iter().filter(|address| !address.starts_with("unix:"));
    urls.filter(|address| curl(&[&format!("http://{address}/login")]).starts_with("HTTP/1.1 200")).count()
}

#[test]
fn the_server_listens_on_several_addresses_at_once() {
    let program = Program::new()
        .with("FRONTDESK_LISTEN", r#"["127.0.0.1:0", "[::1]:0", "127.0.0.2:0", "unix:http.sock"]"#);
    let socket = program.folder().join("http.sock");
    let server = program.serve();
    assert_eq!(answers(&server), 3, "{:?}", server.addresses());
    assert!(over_unix(&socket).starts_with("HTTP/1.1 200"));
    assert_eq!(mode(&socket), 0o660);
    // `address` and `port` are those of `Server::url`.
    assert!(!server.addresses().iter().any(|address| server.url.ends_with(&address[address.len() - 5..])));
    assert!(server.terminate().success());
    assert!(!socket.exists(), "the server removes its socket");
}

#[test]
fn one_port_may_be_bound_for_ipv4_and_ipv6() {
    let port = Port::hold();
    let listen = format!(r#"["0.0.0.0:{0}", "[::]:{0}"]"#, port.number);
    let server = Program::new().with("FRONTDESK_LISTEN", &listen).serve();
    for host in ["127.0.0.1", "[::1]"] {
        assert!(
            curl(&[&format!("http://{host}:{}/login", port.number)]).starts_with("HTTP/1.1 200"),
            "{host}"
        );
    }
    assert!(server.terminate().success());
    // Alone, the address for IPv6 is that for IPv4, too.
    let server = Program::new().with("FRONTDESK_LISTEN", r#"["[::]:0"]"#).serve();
    let (_, port) =
        server.addresses()[0].rsplit_once(':').map(|(_, port)| ((), port.to_owned())).expect("a port");
    assert!(curl(&[&format!("http://127.0.0.1:{port}/login")]).starts_with("HTTP/1.1 200"));
}

#[test]
fn the_arguments_of_the_command_go_before_the_setting() {
    let program = Program::new().with("FRONTDESK_LISTEN", UNIX);
    let first = program.serve();
    let port = TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = port.local_addr().expect("an address").port().to_string();
    let output = program.run(&["serve", "--port", &taken], "");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let expected = format!("frontdesk: cannot listen on 127.0.0.1:{taken}: Address already in use");
    assert!(told.starts_with(&expected) && told.contains("--port"), "{told}");
    assert!(first.terminate().success());
}

#[test]
fn a_unix_socket_has_the_mode_of_the_setting() {
    for (setting, expected) in [("0600", 0o600), ("0666", 0o666), ("620", 0o620)] {
        let program = Program::new().with("FRONTDESK_LISTEN", UNIX).with("FRONTDESK_SOCKET_MODE", setting);
        let socket = program.folder().join("http.sock");
        let _server = program.serve();
        assert_eq!(mode(&socket), expected);
    }
    let refused = Program::new().with("FRONTDESK_SOCKET_MODE", "0777");
    assert_eq!(
        error(&refused),
        "frontdesk: socket_mode: must be octal digits from \"0600\" to \"0666\" (from `FRONTDESK_` environment variable(s))\n"
    );
}

#[test]
fn only_a_socket_on_which_no_process_listens_is_replaced() {
    let program = Program::new().with("FRONTDESK_LISTEN", UNIX);
    let socket = program.folder().join("http.sock");
    program.serve().kill();
    assert!(socket.exists(), "a killed server leaves its socket");
    let server = program.serve();
    assert!(over_unix(&socket).starts_with("HTTP/1.1 200"));

    let told = error(&program);
    assert_eq!(
        told,
        "frontdesk: cannot listen on unix:http.sock: a process listens on it already; choose another path in listen\n"
    );
    assert!(over_unix(&socket).starts_with("HTTP/1.1 200"), "the first server goes on");
    assert!(server.terminate().success());

    fs::write(&socket, "a letter").expect("a file");
    assert!(error(&program).contains("there is a file that is no socket"));
    assert_eq!(fs::read_to_string(&socket).expect("the file"), "a letter");
    let nowhere = Program::new().with("FRONTDESK_LISTEN", r#"["unix:nowhere/http.sock"]"#);
    assert!(error(&nowhere).contains("No such file or directory (os error 2); make the folder first"));
}

#[test]
fn a_folder_that_another_process_has_locked_is_an_error_that_names_it() {
    let program = Program::new().with("FRONTDESK_LISTEN", r#"["unix:run/http.sock"]"#);
    let path = program.folder().join("run");
    fs::create_dir(&path).expect("a folder");
    let folder = fs::File::open(&path).expect("the folder");
    folder.lock().expect("a lock");
    let told = error(&program);
    let path = path.canonicalize().expect("a path");
    let expected = format!("another process has locked the folder {}; end that process", path.display());
    assert!(told.contains(&expected) && told.lines().count() == 1, "{told}");
    folder.unlock().expect("unlocked");
    assert!(program.serve().terminate().success());
}

#[test]
fn a_socket_that_took_the_place_of_ours_stays() {
    let program = Program::new().with("FRONTDESK_LISTEN", UNIX);
    let socket = program.folder().join("http.sock");
    let server = program.serve();
    fs::remove_file(&socket).expect("removed");
    let _other = UnixListener::bind(&socket).expect("a socket");
    assert!(server.terminate().success());
    assert!(socket.metadata().expect("the other's").file_type().is_socket());
}

#[test]
fn a_socket_that_the_service_manager_passes_takes_the_place_of_the_settings() {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = socket.local_addr().expect("an address");
    // The setting would be an error if it were used.
    let program = Program::new().with("FRONTDESK_LISTEN", r#"["unix:nowhere/http.sock"]"#);
    let server = program.serve_on(OwnedFd::from(socket), &format!("http://{address}"));
    assert_eq!(server.addresses(), [address.to_string()]);
    assert!(curl(&[&format!("http://{address}/login")]).starts_with("HTTP/1.1 200"));
    assert!(server.terminate().success());

    let program = Program::new();
    let path = program.folder().join("passed.sock");
    let socket = UnixListener::bind(&path).expect("a socket");
    let server = program.serve_on(OwnedFd::from(socket), "http://localhost");
    assert!(over_unix(&path).starts_with("HTTP/1.1 200"));
    assert!(server.terminate().success());
    assert!(path.exists(), "it belongs to the service manager");
}

#[test]
fn what_is_passed_and_no_stream_socket_is_an_error() {
    let program = Program::new();
    let file = fs::File::create(program.folder().join("file")).expect("a file");
    let output = program.run_on(OwnedFd::from(file));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let expected = "frontdesk: cannot listen on socket 1 of those that the service manager has passed: ";
    assert!(told.starts_with(expected) && told.lines().count() == 1, "{told}");
}
