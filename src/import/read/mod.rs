//! The calls whose answers are understood: one row each. What an answer is about stands in the answer, in what was
//! asked, or in the name of the file.
//!
//! Source: `aliyun/alibabacloud-typescript-sdk` (22 August 2026), response bodies of the named calls.

pub(super) mod cen;
pub(super) mod dataworks;
pub(super) mod ecs;
pub(super) mod lists;
pub(super) mod stores;
pub(super) mod vpc;
pub(super) mod ways;

use crate::import::answer::{INSTANCE, Row};

/// A table of rows: call, outer and inner field of the list, what items hold, prefixes of ids, what it is about, reader.
macro_rules! rows {
    ($($call:literal $outer:literal $inner:literal [$($holds:literal)*] [$($prefix:literal)*] $about:expr => $read:path;)*) => {
        &[$(Row {
            call: $call, outer: $outer, inner: $inner,
            holds: &[$($holds),*], prefixes: &[$($prefix),*], about: $about, read: $read,
        }),*]
    };
}

/// Every call, more particular shapes first.
pub(super) static ROWS: &[Row] = rows! {
    "vpc DescribeVpcs" "Vpcs" "Vpc" [] [] &[] => vpc::vpc;
    "vpc DescribeVpcAttribute" "" "" ["VRouterId"] [] &[] => vpc::vpc;
    "vpc DescribeVSwitches" "VSwitches" "VSwitch" [] [] &[] => vpc::switch;
    "vpc DescribeRouteTableList" "RouterTableList" "RouterTableListType" [] [] &["VpcId"] => vpc::table;
    "vpc DescribeRouteEntryList" "RouteEntrys" "RouteEntry" [] [] &["RouteTableId"] => vpc::entry;
    "vpc DescribeEipAddresses" "EipAddresses" "EipAddress" [] [] &[] => vpc::eip;
    "vpc DescribeNatGateways" "NatGateways" "NatGateway" [] [] &["VpcId"] => vpc::nat;
    "vpc DescribeSnatTableEntries" "SnatTableEntries" "SnatTableEntry" [] [] &["SnatTableId", "NatGatewayId"] => vpc::snat;
    "vpc DescribeVpnGateways" "VpnGateways" "VpnGateway" [] [] &[] => ways::vpn_gateway;
    "vpc DescribeVpnConnections" "VpnConnections" "VpnConnection" [] [] &[] => ways::vpn_connection;
    "vpc DescribeCustomerGateways" "CustomerGateways" "CustomerGateway" [] [] &[] => ways::customer_gateway;
    "vpc DescribeVirtualBorderRouters" "VirtualBorderRouterSet" "VirtualBorderRouterType" [] [] &[] => ways::border;
    "vpcpeer ListVpcPeerConnections" "VpcPeerConnects" "" [] [] &[] => ways::peering;
    "ecs DescribeSecurityGroups" "SecurityGroups" "SecurityGroup" [] [] &[] => ecs::group;
    "ecs DescribeSecurityGroupAttribute" "Permissions" "Permission" [] [] &["SecurityGroupId"] => ecs::rule;
    "r-kvstore DescribeInstances" "Instances" "KVStoreInstance" ["ConnectionDomain" "PrivateIp"] [] &[] => stores::redis;
    "ecs DescribeInstances" "Instances" "Instance" [] [] &[] => ecs::server;
    "gpdb DescribeDBInstances" "Items" "DBInstance" [] ["gp-"] &[] => stores::instance;
    "rds DescribeDBInstances" "Items" "DBInstance" ["Engine" "DBInstanceType" "DBInstanceDescription"] [] &[] => stores::instance;
    "dds DescribeDBInstances" "DBInstances" "DBInstance" [] ["dds-"] &[] => stores::mongo;
    "dds DescribeDBInstanceAttribute" "DBInstances" "DBInstance" [] [] INSTANCE => stores::mongo;
    "rds DescribeDBInstanceAttribute" "Items" "DBInstanceAttribute" ["Engine" "ConnectionString" "DBInstanceId"] [] INSTANCE => stores::instance;
    "rds DescribeDBInstanceNetInfo" "DBInstanceNetInfos" "DBInstanceNetInfo" [] [] INSTANCE => stores::net_info;
    "rds DescribeDBInstanceIPArrayList" "Items" "DBInstanceIPArray" ["DBInstanceIPArrayName"] ["rm-" "rr-" "pgm-" "gp-"] INSTANCE => lists::ip_group;
    "adb DescribeDBClusters" "Items" "DBCluster" [] ["am-" "amv-"] &[] => stores::analytic;
    "polardb DescribeDBClusters" "Items" "DBCluster" ["DBClusterId"] [] &[] => stores::polar;
    "polardb DescribeDBClusterEndpoints" "Items" "" ["AddressItems"] ["pc-"] INSTANCE => stores::polar_end;
    "polardb DescribeDBClusterAccessWhitelist" "Items" "DBClusterIPArray" ["DBClusterIPArrayName"] ["pc-"] INSTANCE => lists::ip_group;
    "adb DescribeDBClusterAccessWhiteList" "Items" "IPArray" [] ["am-" "amv-"] INSTANCE => lists::ip_group;
    "dds DescribeSecurityIps" "SecurityIpGroups" "SecurityIpGroup" ["SecurityIpGroupAttribute"] ["dds-"] INSTANCE => lists::ip_group;
    "r-kvstore DescribeSecurityIps" "SecurityIpGroups" "SecurityIpGroup" ["SecurityIpGroupName"] ["r-"] INSTANCE => lists::ip_group;
    "oceanbasepro DescribeSecurityIpGroups" "SecurityIpGroups" "" ["SecurityIpGroupName"] [] INSTANCE => lists::ip_group;
    "alikafka GetAllowedIpList" "VpcList" "" ["PortRange"] ["alikafka"] INSTANCE => lists::kafka;
    "alikafka GetInstanceList" "InstanceList" "InstanceVO" ["EndPoint" "DomainEndpoint" "SaslEndPoint"] [] &[] => stores::kafka;
    "hologram ListInstances" "InstanceList" "" ["Endpoints" "InstanceName"] [] &[] => stores::hologres;
    "elasticsearch DescribeInstance" "Result" "" ["instanceId"] [] &[] => stores::elastic;
    "clickhouse DescribeSecurityIPList" "GroupItems" "" ["WhitelistNetType"] ["cc-"] INSTANCE => lists::ip_group;
    "polardbx DescribeSecurityIps" "GroupItems" "" ["SecurityIPList"] ["pxc-"] INSTANCE => lists::ip_group;
    "selectdb DescribeSecurityIPList" "GroupItems" "" ["SecurityIPList"] ["selectdb-"] INSTANCE => lists::ip_group;
    "hitsdb GetInstanceIpWhiteList" "GroupList" "" ["SecurityIpList"] ["ld-"] INSTANCE => lists::ip_group;
    "hbase DescribeIpWhitelist" "Groups" "Group" ["IpList"] ["hb-" "ld-"] INSTANCE => lists::ip_group;
    "starrocks DescribeInnerIpWhitelistGroups" "data" "" ["CidrIpList"] ["c-"] INSTANCE => lists::ip_group;
    "cbn DescribeCens" "Cens" "Cen" [] [] &[] => cen::cen;
    "cbn ListTransitRouters" "TransitRouters" "" [] [] &[] => cen::router;
    "cbn ListTransitRouterVpcAttachments" "TransitRouterAttachments" "" [] [] &["CenId"] => cen::attachment;
    "cbn ListTransitRouterPeerAttachments" "TransitRouterAttachments" "" [] [] &["CenId"] => cen::attachment;
    "cbn ListTransitRouterVbrAttachments" "TransitRouterAttachments" "" [] [] &["CenId"] => cen::attachment;
    "cbn ListTransitRouterVpnAttachments" "TransitRouterAttachments" "" [] [] &["CenId"] => cen::attachment;
    "cbn ListTransitRouterRouteTables" "TransitRouterRouteTables" "" [] [] &["TransitRouterId"] => cen::router_table;
    "cbn ListTransitRouterRouteEntries" "TransitRouterRouteEntries" "" [] [] &["TransitRouterRouteTableId"] => cen::transit;
    "cbn DescribeCenAttachedChildInstances" "ChildInstances" "ChildInstance" [] [] &["CenId"] => cen::child;
    "dataworks-public ListResourceGroups" "ResourceGroupList" "" [] [] &[] => dataworks::resource_group;
    "dataworks-public ListNetworks" "NetworkList" "" [] [] &["ResourceGroupId"] => dataworks::network;
    "dataworks-public ListRoutes" "RouteList" "" [] [] &["ResourceGroupId"] => dataworks::route;
    "dataworks-public ListDataSources" "DataSources" "" [] [] &[] => dataworks::data_source;
};
