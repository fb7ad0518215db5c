//! The whole conversation, over a stream in memory and with a clock that advances by itself.

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};

use super::*;
use crate::mail::SendErrorKind;

/// The replies that differ from the usual ones, by the verb that they answer; `.` is the end of the mail. An empty
/// reply closes the connection, and [`SILENCE`] sends nothing.
type Answers = &'static [(&'static str, &'static [u8])];

const SILENCE: &[u8] = b"-";

fn usual(verb: &str) -> &'static [u8] {
    match verb {
        "greeting" => b"220 test\r\n",
        "EHLO" => b"250-test\r\n250-8BITMIME\r\n250-AUTH PLAIN\r\n250 SMTPUTF8\r\n",
        "AUTH" => b"235 in\r\n",
        "DATA" => b"354 go on\r\n",
        _ => b"250 done\r\n",
    }
}

/// Answers until the client closes the connection, and returns the lines that it sent.
async fn serve(mut stream: BufReader<DuplexStream>, answers: Answers) -> Vec<String> {
    let mut lines = Vec::new();
    let mut verb = "greeting".to_owned();
    let mut is_mail = false;
    loop {
        let found = answers.iter().find(|(known, _)| *known == verb);
        let answer = found.map_or(usual(&verb), |(_, answer)| answer);
        match answer {
            b"" => return lines,
            SILENCE => {}
            answer if !is_mail => stream.write_all(answer).await.unwrap_or_default(),
            _ => {}
        }
        is_mail |= verb == "DATA" && answer.starts_with(b"3");
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or_default() == 0 {
            return lines;
        }
        let line = line.trim_end_matches("\r\n").to_owned();
        is_mail &= line != ".";
        verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        lines.push(line);
    }
}

fn mail(from: &str, to: &str) -> RenderedMail {
    RenderedMail {
        from: from.to_owned(),
        to: to.to_owned(),
        octets: format!("To: {to}\r\n\r\n.\r\nDear reader,\n..and so on\r").into_bytes(),
        subject: String::new(),
        link: None,
    }
}

/// The result for a mail, and the lines that the server received.
async fn sent(
    mail: &RenderedMail,
    login: Option<&Login>,
    answers: Answers,
) -> (Result<(), SendError>, Vec<String>) {
    let (client, server) = duplex(1_024);
    let server = tokio::spawn(serve(BufReader::new(server), answers));
    let deadline = Deadline::after(MAX_SENDING_TIME);
    let sent = async {
        let mut session = within(deadline, Step::Connecting, Session::open(client, "desk.example")).await?;
        converse(&mut session, login, mail, deadline).await?;
        session.goodbye().await;
        Ok(())
    };
    let sent = sent.await.map_err(|trouble: Trouble| SendError::from(trouble));
    (sent, server.await.expect("a server"))
}

async fn kind(answers: Answers) -> Option<SendErrorKind> {
    let (sent, _) = sent(&mail("desk@example.com", "alice@example.org"), None, answers).await;
    sent.err().map(|error| error.kind)
}

#[tokio::test]
async fn a_mail_goes_over_the_wire_as_it_is() {
    let (sent, lines) = sent(&mail("desk@example.com", "alice@example.org"), None, &[]).await;
    sent.expect("a mail that is taken");
    assert_eq!(
        lines,
        [
            "EHLO desk.example",
            "MAIL FROM:<desk@example.com>",
            "RCPT TO:<alice@example.org>",
            "DATA",
            "To: alice@example.org",
            "",
            "..",
            "Dear reader,",
            "...and so on",
            ".",
            "QUIT"
        ]
    );
}

#[tokio::test]
async fn letters_beyond_ascii_need_a_server_that_knows_them() {
    let nina = mail("desk@example.com", "\u{928}\u{940}\u{928}\u{93e}@example.org");
    let (taken, lines) = sent(&nina, None, &[]).await;
    taken.expect("a mail that is taken");
    assert_eq!(lines[1], "MAIL FROM:<desk@example.com> SMTPUTF8 BODY=8BITMIME");
    assert_eq!(lines[2], "RCPT TO:<\u{928}\u{940}\u{928}\u{93e}@example.org>");
    let (refused, _) = sent(&nina, None, &[("EHLO", b"250 test\r\n")]).await;
    assert_eq!(refused.expect_err("no SMTPUTF8").kind, SendErrorKind::Permanent);
    let (refused, _) =
        sent(&mail("d\u{e9}sk@example.com", "a@example.org"), None, &[("EHLO", b"250\r\n")]).await;
    assert_eq!(refused.expect_err("no SMTPUTF8").kind, SendErrorKind::Transient, "the operator's to mend");
}

#[tokio::test]
async fn only_codes_decide() {
    let taken: [Answers; 6] = [
        &[(".", b"250 accept\xe9\r\n")],
        &[(".", b"250 \r\n")],
        &[(".", b"250\r\n")],
        &[(".", b"250-\xff\r\n250-550 no\r\n250 \x1b[2J\r\n")],
        &[(".", b"250 ok\n")],
        &[("greeting", b"220\r\n"), ("EHLO", b"250\r\n"), ("MAIL", b"250 \xfc\r\n"), ("QUIT", SILENCE)],
    ];
    for answers in taken {
        assert_eq!(kind(answers).await, None, "{answers:?}");
    }
    let refused: [Answers; 6] = [
        &[("greeting", b"554 250 ok\r\n")],
        &[("EHLO", b"500 what\r\n")],
        &[("MAIL", b"550 5.1.1 no such mailbox\r\n")],
        &[("RCPT", b"450 later\r\n")],
        &[("DATA", b"250 taken\r\n")],
        &[(".", b"451\r\n")],
    ];
    for answers in refused {
        assert_eq!(kind(answers).await, Some(SendErrorKind::Transient), "{answers:?}");
    }
    assert_eq!(kind(&[("RCPT", b"550\r\n")]).await, Some(SendErrorKind::Permanent));
    assert_eq!(kind(&[(".", b"550 5.1.1 gone\r\n")]).await, Some(SendErrorKind::Permanent));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_answer_to_the_mail_may_have_it() {
    let unknown: [Answers; 6] = [
        &[(".", SILENCE)],
        &[(".", b"")],
        &[(".", b"taken\r\n")],
        &[(".", b"250-taken\r\n451 no\r\n")],
        &[(".", b"354 more\r\n")],
        &[(".", b"25")],
    ];
    for answers in unknown {
        assert_eq!(kind(answers).await, Some(SendErrorKind::Unconfirmed), "{answers:?}");
    }
    let not_taken: [Answers; 5] = [
        &[("greeting", SILENCE)],
        &[("EHLO", b"")],
        &[("RCPT", SILENCE)],
        &[("DATA", b"354")],
        &[("DATA", b"354 go on\r\n250 taken\r\n")],
    ];
    for answers in not_taken {
        assert_eq!(kind(answers).await, Some(SendErrorKind::Transient), "{answers:?}");
    }
}

#[tokio::test]
async fn a_log_in_takes_what_the_server_offers() {
    let login = Login { name: "desk".into(), password: "p\u{e4}ss".into() };
    let by_login: Answers = &[
        ("EHLO", b"250-x\r\n250 auth login\r\n"),
        ("AUTH", b"334 \xe9?\r\n"),
        ("ZGVZAW==", b"334\r\n"),
        ("CMOKC3M=", b"235\r\n"),
    ];
    let late_plain: Answers = &[("AUTH", b"334\r\n"), ("AGRLC2SACMOKC3M=", b"235\r\n")];
    let mail = mail("desk@example.com", "alice@example.org");
    let (at_once, lines) = sent(&mail, Some(&login), &[]).await;
    at_once.expect("a log-in");
    assert_eq!(lines[1], "AUTH PLAIN AGRlc2sAcMOkc3M=");
    let (asked, lines) = sent(&mail, Some(&login), late_plain).await;
    assert_eq!((asked.is_ok(), lines[2].as_str()), (true, "AGRlc2sAcMOkc3M="));
    let (asked, lines) = sent(&mail, Some(&login), by_login).await;
    assert!(asked.is_ok(), "prompts do not matter");
    assert_eq!(lines[1..4], ["AUTH LOGIN", "ZGVzaw==", "cMOkc3M="]);
    let (refused, lines) = sent(&mail, Some(&login), &[("AUTH", b"535 5.7.8 no\r\n")]).await;
    let refused = refused.expect_err("a refusal");
    assert_eq!((refused.kind, refused.reason.as_str()), (SendErrorKind::Transient, "AUTH: 535 5.7.8 no"));
    assert!(!lines.iter().any(|line| line.starts_with("MAIL")), "{lines:?}");
    let (unknown, lines) = sent(&mail, Some(&login), &[("EHLO", b"250-x\r\n250 AUTH GSSAPI\r\n")]).await;
    assert_eq!(unknown.expect_err("a refusal").kind, SendErrorKind::Transient);
    assert_eq!(lines, ["EHLO desk.example"], "no mail without the log-in");
}
