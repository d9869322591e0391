//! Reads connections and what they may hold.

use std::collections::BTreeSet;

use crate::base::Id;
use crate::topology::{Attachment, Connection, ConnectionKind, Edition, KindName, RouteMode, State, admits};
use crate::wire::names::{List, Reference};
use crate::wire::reader::{Object, Reader};
use crate::wire::value::Value;
use crate::wire::{Limits, NetworkProblem, Thing};

const CONNECTION: &[&str] = &["id", "kind", "name", "attachments", "routes", "bandwidth_mbps", "edition"];
const ATTACHMENT: &[&str] = &["network", "state"];
const NETWORKS: &[KindName] = &[KindName::Vpc, KindName::DataCenter, KindName::OtherCloud];

/// What a connection holds so far, while its attachments are read.
#[derive(Debug)]
struct Held<'v> {
    connection: ConnectionKind,
    /// Each kind once where any number fits, so that long lists stay cheap.
    kinds: Vec<KindName>,
    networks: BTreeSet<&'v str>,
}

impl<'v> Reader<'v> {
    /// A connection with its id.
    pub(super) fn connection(&mut self, value: &'v Value) -> Option<(Id, Connection)> {
        let at = self.position();
        let fields = self.object(value, CONNECTION)?;
        let id = self.required(fields, "id", |reader, value| reader.own_id(value, List::Connections, at));
        let kind = self.required(fields, "kind", |reader, value| {
            reader.word(value, &ConnectionKind::ALL, ConnectionKind::key)
        });
        let name = self.optional(fields, "name", Self::text);
        let mut held =
            kind.map(|connection| Held { connection, kinds: Vec::new(), networks: BTreeSet::new() });
        let attachments = self.required(fields, "attachments", |reader, value| {
            reader.list(value, |reader, value| reader.attachment(value, held.as_mut()))
        });
        let routes = self
            .optional(fields, "routes", |reader, value| reader.word(value, &RouteMode::ALL, RouteMode::key));
        self.only_for_cen(fields, kind);
        let bandwidth_mbps = self
            .optional(fields, "bandwidth_mbps", |reader, value| reader.number(value, Limits::NotNegative));
        let edition =
            self.optional(fields, "edition", |reader, value| reader.word(value, &Edition::ALL, Edition::key));
        let routes = routes.unwrap_or_default();
        Some((
            id?,
            Connection { name, kind: kind?, attachments: attachments?, routes, bandwidth_mbps, edition },
        ))
    }

    fn only_for_cen(&mut self, fields: Object<'v>, kind: Option<ConnectionKind>) {
        let Some(connection) = kind.filter(|kind| *kind != ConnectionKind::Cen) else {
            return;
        };
        for name in ["bandwidth_mbps", "edition"] {
            if fields.has(name) {
                self.report_field(fields, name, NetworkProblem::OnlyForCen { connection });
            }
        }
    }

    fn attachment(&mut self, value: &'v Value, held: Option<&mut Held<'v>>) -> Option<Attachment> {
        let fields = self.object(value, ATTACHMENT)?;
        let network = self.required(fields, "network", |reader, value| {
            let network = reader.node_id(value, NETWORKS)?;
            if let (Some(held), Some(typed)) = (held, value.text()) {
                reader.admit(held, typed);
            }
            Some(network)
        });
        let state =
            self.optional(fields, "state", |reader, value| reader.word(value, &State::ALL, State::key));
        Some(Attachment { network: network?, state: state.unwrap_or_default() })
    }

    /// Judges one more network of a connection.
    fn admit(&mut self, held: &mut Held<'v>, id: &'v str) {
        let connection = held.connection;
        if !held.networks.insert(id) {
            self.report(NetworkProblem::AttachedTwice { network: id.to_owned() });
            return;
        }
        let Reference::To(Thing::Node(network)) = self.names.reference(id) else {
            return;
        };
        if admits(connection, &held.kinds, network) {
            if connection.capacity().is_some() || !held.kinds.contains(&network) {
                held.kinds.push(network);
            }
        } else if !connection.joins(network) {
            self.report(NetworkProblem::CannotJoin { connection, network });
        } else if let Some(most) = connection.capacity() {
            self.report(NetworkProblem::TooManyNetworks { connection, most });
        } else {
            self.report(NetworkProblem::SecondDataCenter { connection });
        }
    }
}
