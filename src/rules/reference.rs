//! The official pages that rules follow, each with the date it carries.

/// A place in a page of the official documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The title of the page, as it is.
    pub title: &'static str,
    /// The part of the page, by its heading; empty for the whole.
    pub section: &'static str,
    /// The address.
    pub url: &'static str,
    /// The date that the page carries; `None` where it carries none.
    pub date: Option<&'static str>,
}

impl Reference {
    /// A part of the page.
    pub(super) const fn at(self, section: &'static str) -> Self {
        Self { section, ..self }
    }
}

macro_rules! pages {
    ($($name:ident $title:literal $path:literal $date:expr;)*) => {
        $(pub(super) const $name: Reference = Reference {
            title: $title,
            section: "",
            url: concat!("https://www.alibabacloud.com/help/", $path),
            date: $date,
        };)*
    };
}

pages! {
    BASE "Establish a network connection between a resource group and a data source"
        "en/dataworks/user-guide/establish-a-network-connection-between-a-resource-group-and-a-data-source" Some("2023-11-02");
    SOLUTIONS "Network connectivity solutions"
        "en/dataworks/user-guide/establish-a-network-connection-between-a-resource-group-and-a-data-source" Some("2025-03-13");
    WHITELIST "Configure an IP address whitelist"
        "en/dataworks/user-guide/configure-an-ip-address-whitelist-1" Some("2025-09-16");
    SERVERLESS "Create and use a serverless resource group"
        "en/dataworks/user-guide/adding-and-using-serverless-resource-groups" None;
    SHARED "Use a shared resource group" "en/dataworks/user-guide/use-a-shared-resource-group" None;
    LEGACY "Legacy resource groups" "en/dataworks/dataworks-resource-group-overview" None;
    EXCLUSIVE_INTEGRATION "Exclusive resource groups for Data Integration"
        "en/dataworks/exclusive-resource-groups-for-data-integration" None;
    EXCLUSIVE_SCHEDULING "Exclusive resource groups for scheduling"
        "en/dataworks/exclusive-resource-groups-for-scheduling" None;
    EXCLUSIVE_FAQ "FAQ about exclusive resource groups" "en/dataworks/exclusive-resource-groups" None;
    DATA_SOURCES "Add and manage data sources" "en/dataworks/user-guide/add-and-manage-data-sources/" None;
    CREATE_ROUTE "CreateRoute"
        "en/dataworks/developer-reference/api-dataworks-public-2024-05-18-createroute" Some("2026-01-12");
    PEERING "VPC peering connections" "en/vpc/vpc-peer-to-peer-connection" Some("2026-02-05");
    VPCS "VPCs and vSwitches" "en/vpc/vpc-and-vswitch" Some("2025-11-04");
    SUBNETS "VPCs and subnets" "doc-detail/100380.htm" None;
    ROUTE_TABLES "Route tables" "en/vpc/vpc-route-table" None;
    VSWITCH_RESERVATION "CreateVSwitchCidrReservation" "en/vpc/api-610154" Some("2026-01-07");
    TRANSIT_ROUTER "How transit routers work" "en/cen/product-overview/how-transit-routers-work" Some("2025-07-10");
    ATTACH_VPC "Use Enterprise Edition transit routers to connect VPCs across regions and accounts"
        "en/cen/getting-started/use-enterprise-edition-transit-routers-to-connect-vpcs-across-regions-and-accounts" None;
    ROUTE_SYNC "Route synchronization" "en/cen/user-guide/route-synchronization" None;
    AUTHORIZATION "Cross-account network instance authorization"
        "en/cen/user-guide/grant-permissions-on-a-network-instance-that-belongs-to-another-account" Some("2026-05-09");
    INTER_REGION "Manage inter-region connections"
        "en/cen/user-guide/manage-inter-region-connections" Some("2023-08-29");
    PRIVATE_LINK "Cross-VPC access through PrivateLink"
        "en/privatelink/cross-vpc-private-network-access-through-privatelink" None;
    CIRCUIT_LIMITS "Limits of Express Connect" "en/express-connect/product-overview/limits" None;
    SECURITY_RULES "Security group rules" "en/ecs/user-guide/security-group-rules" None;
    SECURITY_TYPES "Basic and advanced security groups"
        "en/ecs/user-guide/basic-security-groups-and-advanced-security-groups" Some("2026-03-27");
    RDS_WHITELIST "IP address whitelist of ApsaraDB RDS for PostgreSQL"
        "en/rds/apsaradb-rds-for-postgresql/set-the-whitelist-1/" None;
}
