//! How are connections taken, and what may one of them cost?
//!
//! A client that sends or reads slowly, or says nothing, holds a connection and some kilobytes, and
//! not for long.

use std::{convert::Infallible, future::Future, io, pin::Pin, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tokio_io_timeout::TimeoutStream;
use tower::Service as _;

use crate::operations::{Operations, Peer};

/// How long the head of a request may take, and how long a connection may rest between two.
const HEAD_WITHIN: Duration = Duration::from_secs(30);
/// How long a client may take none of an answer that is sent to it.
const READ_WITHIN: Duration = Duration::from_secs(30);
/// Longest head of a request, in bytes: the longest query that is taken fits well.
const HEAD_MAX: usize = 32 * 1024;
/// Most headers of a request.
const HEADERS_MAX: usize = 100;
/// Open connections; more wait until one is closed.
const CONNECTIONS_MAX: usize = 20_000;
/// Between the last connection taken and the first one closed.
const LAST_WORDS: Duration = Duration::from_millis(300);
/// After a failure that more trying would not mend: too many open files.
const AFTER_FAILURE: Duration = Duration::from_millis(500);

/// Answers until told to stop, then finishes what has begun.
pub(super) async fn serve(
    listener: TcpListener,
    router: Router,
    operations: Operations,
    stop: impl Future<Output = ()>,
) {
    // Routes are made once, not for each connection: a fifth of a megabyte each.
    let router: Router = router.with_state(());
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let mut stop = std::pin::pin!(stop);
    loop {
        // A server that is full can be told to stop all the same.
        let next = async { (Arc::clone(&room).acquire_owned().await, listener.accept().await) };
        let (place, (stream, peer)) = tokio::select! {
            (place, accepted) = next => match accepted {
                Ok(accepted) => (place, accepted),
                Err(error) => {
                    wait_after(&error).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let counted = operations.metrics.connected();
        let answer = answering(router.clone(), Peer(peer.ip()));
        let connection = graceful.watch(protocol().serve_connection(io_of(stream), service_fn(answer)));
        tokio::spawn(async move {
            // A client that went away, or was too slow, is no fault of ours.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop((counted, place));
        });
    }
    // Whoever comes now waits for the next server where the socket stays open, and is refused where not.
    drop(listener);
    // Who has just come is about to ask.
    tokio::time::sleep(LAST_WORDS).await;
    graceful.shutdown().await;
}

fn protocol() -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_header_size(HEAD_MAX)
        .max_headers(HEADERS_MAX);
    http
}

fn io_of(stream: TcpStream) -> TokioIo<Pin<Box<TimeoutStream<TcpStream>>>> {
    // Answers are sent whole: to wait for more would only make small ones late.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(READ_WITHIN));
    TokioIo::new(Box::pin(stream))
}

type Answer = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

/// Answers the requests of one connection.
fn answering(router: Router, peer: Peer) -> impl Fn(Request<Incoming>) -> Answer + Clone {
    move |request| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        Box::pin(router.clone().call(request))
    }
}

async fn wait_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    // The client changed its mind.
    if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        return;
    }
    tracing::error!(%error, "no connection can be taken; it is tried again");
    tokio::time::sleep(AFTER_FAILURE).await;
}
