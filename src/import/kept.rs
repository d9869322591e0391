//! Which fields of the input are kept, and which names are names of secrets. Everything else is passed over while it is
//! read.

/// Words as texts.
macro_rules! names {
    ($($name:ident)*) => { &[$(stringify!($name)),*] };
}

/// The fields that some reader asks for, in order.
static NAMES: &[&str] = names! {
    AcceptingOwnerUid AcceptingRegionId AcceptingVpc AddressItem AddressItems AliUid AllocationId
    AllowedIpList AllowedList Amount AutoPublishRouteEnabled Bandwidth Cen CenId Cens ChildInstance
    ChildInstanceId ChildInstanceOwnerId ChildInstanceRegionId ChildInstanceType ChildInstances CidrBlock
    CidrIpList ClusterId Code ConnectionDomain ConnectionPort ConnectionProperties ConnectionString
    ConnectionStringType Connectivity CustomerGateway CustomerGatewayId CustomerGateways DBCluster
    DBClusterDescription DBClusterIPArray DBClusterIPArrayName DBClusterId DBClusterNetworkType DBInstance
    DBInstanceAttribute DBInstanceDescription DBInstanceIPArray DBInstanceIPArrayName DBInstanceId
    DBInstanceName DBInstanceNetInfo DBInstanceNetInfos DBInstanceNetType DBInstanceType DBInstances DBType
    Data DataSource DataSources DefaultVpcId DefaultVswicthId DefaultVswitchId DestCidrIp DestinationCidr
    DestinationCidrBlock Direction DomainEndpoint EipAddress EipAddresses Enabled EndPoint Endpoint
    EndpointType Endpoints Engine EnvType Group GroupItems GroupList GroupName Groups IPAddress IPArray
    IPType Id InnerIpWhitelistGroupId Instance InstanceId InstanceList InstanceName InstanceNetworkType
    InstanceType InstanceVO Instances InternetList Ip IpAddress IpList IpLists IpProtocol Ipv4Cidr Ipv4Cidrs
    Items KVStoreInstance LocalSubnet MongosAttribute MongosList Name NatGateway NatGatewayId NatGateways
    NetType Network NetworkId NetworkList NetworkType NextHop NextHopId NextHopRelatedInfo NextHopType
    NextHops NextToken NicType OwnerId PageNumber PagingInfo PeerTransitRouterId PeerTransitRouterRegionId
    Permission Permissions Policy Port PortRange Priority PrivateIp PrivateIpAddress ProjectId
    PublicIpAddress RegionId RegionNo RemoteSubnet ReplicaSet ReplicaSets ResourceGroupId ResourceGroupList
    ResourceGroupType ResourceType Result Route RouteEntry RouteEntrys RouteList RouteTable RouteTableId
    RouteTableType RouterTableIds RouterTableList RouterTableListType SaslEndPoint SecondaryCidrBlock
    SecondaryCidrBlocks SecurityGroup SecurityGroupId SecurityGroupIds SecurityGroupType SecurityGroups
    SecurityIPGroupName SecurityIPGroups SecurityIPList SecurityIPMode SecurityIPs SecurityIpGroup
    SecurityIpGroupAttribute SecurityIpGroupName SecurityIpGroups SecurityIpList SecurityIps ShareType
    SnatIp SnatTableEntries SnatTableEntry SnatTableId SnatTableIds SourceCIDR SourceCidrIp SourcePortRange
    SourceVSwitchId Spec SslEndPoint Standard Status TotalCount TotalRecordCount TransitRouter
    TransitRouterAttachment TransitRouterAttachmentId TransitRouterAttachments TransitRouterId
    TransitRouterRegionId TransitRouterRouteEntries TransitRouterRouteEntry
    TransitRouterRouteEntryDestinationCidrBlock TransitRouterRouteEntryNextHopId
    TransitRouterRouteEntryNextHopResourceId TransitRouterRouteEntryNextHopResourceType
    TransitRouterRouteEntryNextHopType TransitRouterRouteEntryStatus TransitRouterRouteTable
    TransitRouterRouteTableId TransitRouterRouteTables TransitRouters TunnelOptions
    TunnelOptionsSpecification Type UserCidr UserCidrs VPCId VRouterId VSwitch VSwitchId VSwitchIds
    VSwitchName VSwitches VbrId VbrRegionId VirtualBorderRouterSet VirtualBorderRouterType Vpc VpcAttributes
    VpcId VpcList VpcName VpcOwnerId VpcPeerConnect VpcPeerConnects VpcRegionId Vpcs VpnConnection
    VpnConnectionId VpnConnections VpnGateway VpnGatewayId VpnGateways VpnId VpnRegionId VswitchId
    WhitelistNetType WhitelistNetworkType ZoneId ZoneMapping ZoneMappings accepting_ali_uid
    accepting_region_id accepting_vpc_id account address allocation_id allowed_ip allowed_type api
    attributes auto_publish_route_enabled availability_zone bandwidth cen_id cen_instance_name
    child_instance_id child_instance_owner_id child_instance_region_id child_instance_type child_modules
    cidr_block cidr_ip clusterId code connection_domain connection_properties connection_string
    crossAccountOwnerId customer_gateway_id customer_gateway_name data data_source_name dbType
    db_cluster_access_white_list db_cluster_description db_cluster_ip_array db_cluster_ip_array_name
    db_instance_id db_instance_ip_array_name db_instance_name db_type default_vpc_id default_vswitch_id
    description desired_security_ip_lists destination_cidr_block destination_cidrblock domain
    dw_resource_group_id enabled endpoint endpoints engine groupName group_name host id instanceId
    instance_id instance_name instance_type instances ip_address ip_group_name ip_list ip_protocol ip_white
    ip_white_list ip_whitelist ips jdbcUrl local_subnet mode name nat_gateway_name networkConfig
    network_type next_hop next_hop_id next_hop_type next_hops nexthop_id nexthop_type owner_id params
    peer_connection_name peer_transit_router_id peer_transit_router_region_id planned_values policy port
    port_range primary_ip_address prior_state priority privateNetworkIpWhiteList private_ip
    private_whitelist protocol publicDomain publicIpWhitelist publicPort public_ip public_whitelist
    reachplan region regionId region_id remote_subnet resource_group_name resource_type resources response
    root_module route_dest route_table_id secondary_cidr_block secondary_cidr_blocks securityIPGroup
    security_group_id security_group_ids security_group_type security_groups security_ip_group_name
    security_ip_groups security_ip_list security_ip_mode security_ips snat_ip snat_table_id snat_table_ids
    source_cidr source_vswitch_id specification status terraform_version transit_router_attachment_id
    transit_router_id transit_router_route_entry_destination_cidr_block
    transit_router_route_entry_next_hop_id transit_router_route_entry_next_hop_type
    transit_router_route_table_id tunnel_options_specification type user_cidrs values vbr_id version
    virtual_border_router_name vpcId vpc_id vpc_name vpc_owner_id vpn_connection_name vpn_gateway_id
    vpn_gateway_name vpn_id vswitchId vswitch_id vswitch_name whiteIpGroupList whiteIpType white_ip_list
    whitelist_network_type zone_id zone_mappings
};

/// Fields that hold JSON as a text.
const EMBEDDED: [&str; 3] = ["ConnectionProperties", "address", "connection_properties"];

/// Fields that may carry a user and a password beside a host.
const LOCATIONS: [&str; 2] = ["endpoint", "jdbcUrl"];

/// What names of secrets hold, in lower case without signs, and how the secret is called when it is counted.
const SECRETS: [(&str, &str); 9] = [
    ("psk", "Psk"),
    ("presharedkey", "Psk"),
    ("password", "password"),
    ("passwd", "password"),
    ("secret", "secret"),
    ("credential", "credential"),
    ("privatekey", "private key"),
    ("accesskey", "access key"),
    ("token", "token"),
];

/// Names that look like a secret and are none.
const HARMLESS: [&str; 3] = ["nexttoken", "clienttoken", "pagetoken"];

/// How the text of a field is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As it stands.
    Plain,
    /// Only the hosts and ports in it.
    Location,
    /// As JSON.
    Json,
}

/// The field of this name, where it is kept.
pub(super) fn name(name: &str) -> Option<&'static str> {
    NAMES.binary_search(&name).ok().and_then(|at| NAMES.get(at)).copied()
}

/// How the text of a field is read.
pub(super) fn form(field: &str) -> Form {
    if EMBEDDED.contains(&field) {
        Form::Json
    } else if LOCATIONS.contains(&field) {
        Form::Location
    } else {
        Form::Plain
    }
}

/// What kind of secret a field of this name holds.
pub(super) fn secret(name: &str) -> Option<&'static str> {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let found = SECRETS.iter().find(|(part, _)| plain.contains(part)).map(|(_, kind)| *kind);
    found.filter(|_| !HARMLESS.iter().any(|name| plain.contains(name)))
}

/// The host, with its port where one is given, in a URL or a JDBC URL; nothing of a user, a password or a query.
pub(super) fn host_of(url: &str) -> Option<&str> {
    let url = url.trim();
    let before_query = url.split(['?', ';', '#']).next().unwrap_or_default();
    let place = match before_query.rsplit_once('@') {
        Some((_, after)) => after.trim_start_matches('/'),
        None => match before_query.split_once("//") {
            Some((_, after)) => after,
            None if before_query == url && !url.contains("jdbc:") => url,
            None => return None,
        },
    };
    let host = place.split(['/', ',']).next().unwrap_or_default();
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | ':');
    (!host.is_empty() && host.chars().all(plain)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::{NAMES, host_of};

    #[test]
    fn names_are_in_order_to_be_found() {
        assert!(NAMES.is_sorted());
    }

    #[test]
    fn of_a_url_only_the_host_is_kept() {
        assert_eq!(host_of("jdbc:mysql://10.1.2.3:3306/db?user=a&password=b"), Some("10.1.2.3:3306"));
        assert_eq!(
            host_of("jdbc:oracle:thin:scott/tiger@db.example.com:1521:orcl"),
            Some("db.example.com:1521:orcl")
        );
        assert_eq!(host_of("jdbc:oracle:thin:@//10.1.2.3:1521/x"), Some("10.1.2.3:1521"));
        assert_eq!(host_of("jdbc:sqlserver://h:1433;user=a;password=b"), Some("h:1433"));
        assert_eq!(host_of("http://u:p@h.example.com/x"), Some("h.example.com"));
        assert_eq!(
            host_of("oss-cn-hangzhou-internal.aliyuncs.com"),
            Some("oss-cn-hangzhou-internal.aliyuncs.com")
        );
        assert_eq!(host_of("jdbc:oracle:thin:scott/ti?ger"), None);
    }
}
