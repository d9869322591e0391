//! The kinds of step, in the order of the runbook, and their states.

use serde::Serialize;

macro_rules! actions {
    ($($variant:ident $key:literal $doc:literal;)*) => {
        /// What kind of step it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ActionName {
            $(#[doc = $doc] $variant,)*
        }

        impl ActionName {
            /// Every action, in the order of the runbook.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word of the report format.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }
        }
    };
}

actions! {
    PrepareGroup "prepare_group" "Buy the group in the right region with a suitable specification, associate it with the workspace.";
    MigrateToVpc "migrate_to_vpc" "Migrate the data source into a VPC.";
    Readdress "readdress" "Give a network other addresses.";
    AuthorizeAccount "authorize_account" "Let the other account's network be joined.";
    JoinNetworks "join_networks" "Create a connection between two networks.";
    AttachNetwork "attach_network" "Attach a network to an existing connection.";
    CompleteAttachment "complete_attachment" "Bring an attachment into service.";
    BuyBandwidth "buy_bandwidth" "Buy bandwidth between regions.";
    Bind "bind" "Associate the resource group with a VPC.";
    Rebind "rebind" "Move an association to another VPC.";
    CreateInternetExit "create_internet_exit" "Give a serverless group a way to the Internet.";
    AddSecurityGroupRule "add_security_group_rule" "Add a security group rule.";
    ChangeSecurityGroupRule "change_security_group_rule" "Change a security group rule.";
    AddDataworksRoute "add_dataworks_route" "Add a route in the DataWorks console.";
    ChangeDataworksRoute "change_dataworks_route" "Move a DataWorks route to another association.";
    AddVpcRoute "add_vpc_route" "Add a route to the bound VPC.";
    AddReturnRoute "add_return_route" "Add the route back.";
    ResolveHostName "resolve_host_name" "Make a host name resolve.";
    AddWhitelistEntry "add_whitelist_entry" "Add a whitelist entry.";
    ReplaceWhitelistEntry "replace_whitelist_entry" "Replace a whitelist entry.";
    CheckEip "check_eip" "Check the EIP after a specification change.";
    TestConnectivity "test_connectivity" "Run the connectivity test.";
}

/// Whether a step is still to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// The drawing shows that it is not done.
    ToDo,
    /// The drawing cannot show it.
    Verify,
    /// The drawing shows it done.
    Done,
}

impl StepState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::ToDo, Self::Verify, Self::Done];

    /// The word of the report format.
    pub fn key(self) -> &'static str {
        match self {
            Self::ToDo => "to_do",
            Self::Verify => "verify",
            Self::Done => "done",
        }
    }
}
