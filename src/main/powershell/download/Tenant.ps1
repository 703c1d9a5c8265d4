# TENANT: is the domain verified in Microsoft 365, and is there an Exchange plan? Changes nothing.
# Run it in PowerShell with the Microsoft Graph module (Install-Module Microsoft.Graph.Authentication).
# The parameters hold the only values.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if ($PSVersionTable.PSVersion.Major -lt 6) {
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
}

function Read-Graph($address) {
    return ConvertFrom-Json -InputObject ([string](Invoke-MgGraphRequest -Method GET -Uri $address -OutputType Json))
}

$null = Connect-MgGraph -Scopes 'Domain.Read.All', 'Organization.Read.All' -TenantId $tenantDomain -NoWelcome

$domains = @((Read-Graph '/v1.0/domains?$select=id,isVerified,isDefault,isInitial').value)
foreach ($domain in $domains) {
    Write-Host ('{0,-40} verified: {1,-6} initial: {2}' -f [string]$domain.id, [string]$domain.isVerified, [string]$domain.isInitial)
}
$organization = @((Read-Graph '/v1.0/organization?$select=id,displayName,assignedPlans').value)[0]
Write-Host 'Tenant:' $organization.displayName $organization.id
$plans = @($organization.assignedPlans | Where-Object { [string]$_.service -eq 'exchange' -and [string]$_.capabilityStatus -eq 'Enabled' })
if (@($domains | Where-Object { [string]$_.id -eq $tenantDomain -and [bool]$_.isVerified }).Count -eq 0) {
    Write-Warning ($tenantDomain + ' is not a verified domain of this tenant.')
}
if ($plans.Count -eq 0) { Write-Warning 'The tenant has no enabled Exchange plan.' }
Write-Host 'Complete.'
