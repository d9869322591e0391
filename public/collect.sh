#!/bin/sh
# Collects what a Reachplan plan needs from Alibaba Cloud, with calls that only read (Describe…, List…, Get…).
#
#   sh collect.sh cn-hangzhou cn-shanghai > cloud.ndjson
#   reachplan import cloud.ndjson > plan.json
#
# It needs the client `aliyun` with a profile that may read; PROFILE=name chooses another one than the default.
# WORKSPACES='10001 10002' names the DataWorks workspaces where they cannot be listed. Each answer becomes one line
# with what was asked. Keys and passwords in answers are blanked before they are printed.
# What may not be read is named on standard error and left out; the import then says what is still unknown.

set -u
LC_ALL=C
export LC_ALL

if [ $# -eq 0 ]; then
  echo 'usage: sh collect.sh REGION… > cloud.ndjson' >&2
  exit 2
fi
if ! command -v aliyun >/dev/null 2>&1; then
  echo 'collect.sh: the client aliyun is not installed' >&2
  exit 2
fi

secrets='[A-Za-z]*([Pp]sk|[Pp]ass[Ww]ord|[Pp]asswd|[Pp]ass[Pp]hrase|[Pp]wd|[Ss]ecret|[Aa]ccess[Kk]ey|[Aa]uth[Kk]ey|[Cc]redential|[Kk]eytab|[Ss]ecurity[Tt]oken|[Aa]ccess[Tt]oken|[Aa]uth[Tt]oken)[A-Za-z]*|[Tt]oken|[Pp]ass'

# Blanks secrets and puts an answer on one line.
clean() {
  tr -d '\n\r' | sed -E \
    -e 's/"('"$secrets"')"[[:space:]]*:[[:space:]]*"([^"\\]|\\.)*"/"\1":""/g' \
    -e 's/"('"$secrets"')"[[:space:]]*:[[:space:]]*-?[0-9][0-9.eE+-]*/"\1":""/g' \
    -e 's/\\"('"$secrets"')\\"[[:space:]]*:[[:space:]]*\\"([^"\\]|\\\\\\"|\\[^"])*\\"/\\"\1\\":\\"\\"/g' \
    -e 's/\\"('"$secrets"')\\"[[:space:]]*:[[:space:]]*-?[0-9][0-9.eE+-]*/\\"\1\\":\\"\\"/g' \
    -e 's#(://[^]["/@:?[:space:]]*):[^]["/@[:space:]]*@#\1@#g' \
    -e 's/(jdbc:[^"?;\]*)[?;][^"\]*/\1/g'
}

# Runs the client; a call that fails says so and prints nothing.
client() {
  if [ -n "${PROFILE:-}" ]; then
    aliyun "$@" --profile "$PROFILE"
  else
    aliyun "$@"
  fi
}

# The number, and the text, of the first field of a name in an answer.
number() { printf '%s' "$2" | sed -nE 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"?([0-9]+).*/\1/p' | head -n 1; }
text() { printf '%s' "$2" | grep -oE '"'"$1"'"[[:space:]]*:[[:space:]]*"[^"\\]+"' | head -n 1 | sed -E 's/.*:[[:space:]]*"(.*)"/\1/'; }

# Every value of a field in an answer, once each.
each() { printf '%s' "$2" | grep -oE '"'"$1"'"[[:space:]]*:[[:space:]]*("[^"\\]+"|[0-9]+)' | sed -E 's/.*:[[:space:]]*"?([^"]*)"?$/\1/' | sort -u; }

# Asks once and prints the line: product, name, then options as the client takes them. The answer is left in $answer.
ask() {
  product=$1
  name=$2
  shift 2
  if ! answer=$(client "$product" "$name" "$@" 2>/dev/null); then
    echo "collect.sh: $product $name $* failed" >&2
    answer=''
    return 1
  fi
  answer=$(printf '%s' "$answer" | clean)
  params=''
  key=''
  for word in "$@"; do
    case $word in
      --*) key=${word#--} ;;
      \[* | *\"*) ;;
      *) params="$params${params:+,}\"$key\":\"$word\"" ;;
    esac
  done
  printf '{"api":"%s.%s","params":{%s},"region":"%s","account":"%s","response":%s}\n' \
    "$product" "$name" "$params" "$region" "$account" "${answer:-null}"
}

# Asks page after page by number; every page's answer is left in $all.
pages() {
  all=''
  page=1
  size=$1
  shift
  while ask "$@" --PageNumber "$page" --PageSize "$size"; do
    all="$all $answer"
    total=$(number TotalCount "$answer")
    [ -n "$total" ] || total=$(number TotalRecordCount "$answer")
    [ "$((page * size))" -lt "${total:-0}" ] || break
    page=$((page + 1))
  done
}

# Asks page after page by token; the option that limits a page comes first.
tokens() {
  all=''
  limit=$1
  size=$2
  shift 2
  token=''
  while :; do
    if [ -z "$token" ]; then
      ask "$@" "$limit" "$size" || break
    else
      ask "$@" "$limit" "$size" --NextToken "$token" || break
    fi
    all="$all $answer"
    token=$(text NextToken "$answer")
    [ -n "$token" ] || break
  done
}

# Asks for a list, page after page, and then about each of its instances: size of a page, product,
# list, field of the id, calls.
described() {
  of=$2
  id_field=$4
  pages "$1" "$2" "$3" --RegionId "$region"
  shift 4
  for id in $(each "$id_field" "$all"); do
    for call in "$@"; do
      ask "$of" "$call" "--$id_field" "$id"
    done
  done
}

vpc() {
  at="--RegionId $region"
  # shellcheck disable=SC2086
  {
    pages 50 vpc DescribeVpcs $at
    pages 50 vpc DescribeVSwitches $at
    pages 50 vpc DescribeRouteTableList $at
    for table in $(each RouteTableId "$all"); do
      tokens --MaxResult 100 vpc DescribeRouteEntryList $at --RouteTableId "$table"
    done
    pages 100 vpc DescribeEipAddresses $at
    pages 50 vpc DescribeNatGateways $at
    for table in $(each SnatTableId "$(printf '%s' "$all" | sed -E 's/"SnatTableId"[[:space:]]*:[[:space:]]*\[[[:space:]]*"([^"]*)"/"SnatTableId":"\1"/g')"); do
      pages 50 vpc DescribeSnatTableEntries $at --SnatTableId "$table"
    done
    pages 50 vpc DescribeVpnGateways $at
    pages 50 vpc DescribeVpnConnections $at
    pages 50 vpc DescribeCustomerGateways $at
    pages 50 vpc DescribeVirtualBorderRouters $at
    tokens --MaxResults 100 vpcpeer ListVpcPeerConnections $at
  }
}

ecs() {
  tokens --MaxResults 100 ecs DescribeSecurityGroups --RegionId "$region"
  for group in $(each SecurityGroupId "$all"); do
    ask ecs DescribeSecurityGroupAttribute --RegionId "$region" --SecurityGroupId "$group" --NicType intranet --Direction all
  done
  tokens --MaxResults 100 ecs DescribeInstances --RegionId "$region"
}

databases() {
  pages 100 rds DescribeDBInstances --RegionId "$region"
  for id in $(each DBInstanceId "$all"); do
    ask rds DescribeDBInstanceNetInfo --DBInstanceId "$id"
    kinds=MIX
    case $answer in *'"SecurityIPMode":"safety"'* | *'"SecurityIPMode": "safety"'*) kinds='VPC Classic' ;; esac
    for kind in $kinds; do
      ask rds DescribeDBInstanceIPArrayList --DBInstanceId "$id" --WhitelistNetworkType "$kind"
    done
  done
  described 100 polardb DescribeDBClusters DBClusterId DescribeDBClusterEndpoints DescribeDBClusterAccessWhitelist
  described 100 adb DescribeDBClusters DBClusterId DescribeDBClusterAccessWhiteList
  described 100 gpdb DescribeDBInstances DBInstanceId DescribeDBInstanceIPArrayList
  described 100 dds DescribeDBInstances DBInstanceId DescribeDBInstanceAttribute DescribeSecurityIps
  described 50 r-kvstore DescribeInstances InstanceId DescribeSecurityIps
  if ask alikafka GetInstanceList --RegionId "$region"; then
    for id in $(each InstanceId "$answer"); do
      ask alikafka GetAllowedIpList --RegionId "$region" --InstanceId "$id"
    done
  fi
}

dataworks() {
  # The service answers at an endpoint of the region.
  at="--region $region --endpoint dataworks.$region.aliyuncs.com"
  # shellcheck disable=SC2086
  {
    projects=${WORKSPACES:-}
    if [ -z "$projects" ]; then
      pages 100 dataworks-public ListProjects $at
      projects=$(printf '%s' "$all" | grep -oE '"Id"[[:space:]]*:[[:space:]]*[0-9]+' | sed -E 's/.*:[[:space:]]*//' | sort -u)
    fi
    pages 100 dataworks-public ListResourceGroups $at \
      --ResourceGroupTypes '["CommonV2","ExclusiveDataIntegration","ExclusiveScheduler","ExclusiveDataService"]'
    for group in $(each Id "$all"); do
      pages 100 dataworks-public ListNetworks $at --ResourceGroupId "$group"
      pages 100 dataworks-public ListRoutes $at --ResourceGroupId "$group"
    done
    for project in $projects; do
      pages 100 dataworks-public ListDataSources $at --ProjectId "$project" --EnvType Prod
    done
  }
}

cen() {
  region=''
  first=$1
  pages 50 cbn DescribeCens
  cens=$(each CenId "$all")
  for cen in $cens; do
    pages 50 cbn ListTransitRouters --CenId "$cen"
    routers=$(each TransitRouterId "$all")
    regions=$(each RegionId "$all")
    for where in ${regions:-$first}; do
      for kind in Vpc Peer Vbr Vpn; do
        tokens --MaxResults 100 cbn "ListTransitRouter${kind}Attachments" --CenId "$cen" --RegionId "$where"
      done
    done
    for router in $routers; do
      tokens --MaxResults 100 cbn ListTransitRouterRouteTables --TransitRouterId "$router"
      for table in $(each TransitRouterRouteTableId "$all"); do
        tokens --MaxResults 100 cbn ListTransitRouterRouteEntries --TransitRouterRouteTableId "$table"
      done
    done
  done
}

region=''
account=''
identity=$(client sts GetCallerIdentity 2>/dev/null) || identity=''
account=$(text AccountId "$(printf '%s' "$identity" | tr -d '\n\r')")
[ -n "$account" ] || echo 'collect.sh: the account is not known (sts GetCallerIdentity failed)' >&2

for region in "$@"; do
  vpc
  ecs
  databases
  dataworks
done
cen "$1"
