$global:current = ''
$global:authServers = @()
$global:keys = @(@{ type = 'AsymmetricX509Cert'; usage = 'Verify'; key = 'Rk9SRUlHTg==' })
$global:certificate = [System.Convert]::FromBase64String($env:TEST_CERTIFICATE)
function Get-ExchangeServer {
    New-Object PSObject -Property @{ Name = 'EX1'; Fqdn = 'ex1.fabrikam.com'; ServerRole = 'Mailbox, ClientAccess'; AdminDisplayVersion = 'Version 15.0 (Build 1497.2)' }
    New-Object PSObject -Property @{ Name = 'EX2'; Fqdn = 'ex2.fabrikam.com'; ServerRole = 'Mailbox'; AdminDisplayVersion = 'Version 15.0 (Build 712.24)' }
    New-Object PSObject -Property @{ Name = 'CAS1'; Fqdn = 'cas1.fabrikam.com'; ServerRole = 'ClientAccess'; AdminDisplayVersion = 'Version 15.0 (Build 1497.2)' }
}
function Invoke-Command { param($ComputerName, $ScriptBlock) if ([string]$ScriptBlock -notmatch 'Restart') { throw 'refused' }; Write-Host "RESTART $ComputerName" }
function Restart-Service { param($Name) Write-Host "RESTART here $Name" }
function Start-Sleep { param($Seconds) if ($Seconds -gt 0) { Write-Host "SLEEP $Seconds" } }
function Invoke-MonitoringProbe { param($Identity, $Server) Write-Host "PROBE $Identity $Server"; New-Object PSObject -Property @{ ResultType = 'Succeeded'; Error = ''; Exception = '' } }
function Enable-PushNotificationProxy { [CmdletBinding(SupportsShouldProcess = $true)] param($Organization) Write-Host "ENABLE $Organization"; New-Object PSObject -Property @{ Enabled = $true } }
function Get-AuthConfig { New-Object PSObject -Property @{ CurrentCertificateThumbprint = $global:current; ServiceName = '00000002-0000-0ff1-ce00-000000000000' } }
function Set-AuthConfig { [CmdletBinding(SupportsShouldProcess = $true)] param($CertificateThumbprint, [switch]$Force) Write-Host "SET $CertificateThumbprint"; $global:current = $CertificateThumbprint }
function Get-ExchangeCertificate { New-Object PSObject -Property @{ RawData = $global:certificate; FriendlyName = 'Microsoft Exchange Server Auth Certificate'; HasPrivateKey = $true; Services = 'None'; Status = 'Valid' } }
function New-ExchangeCertificate { throw 'Nothing new is needed' }
function Get-AuthServer { $global:authServers }
function New-AuthServer { [CmdletBinding(SupportsShouldProcess = $true)] param($Name, $AuthMetadataUrl) Write-Host "NEW $Name $AuthMetadataUrl" }
function Connect-MgGraph { param($Scopes, $TenantId, [switch]$NoWelcome) }
function Invoke-MgGraphRequest {
    param($Method, $Uri, $OutputType, $Body, $ContentType)
    if ($Method -eq 'PATCH') { Write-Host "PATCH $Uri $Body"; $global:keys = (ConvertFrom-Json -InputObject $Body).keyCredentials; return }
    ConvertTo-Json -Depth 5 -InputObject @{ id = 'principal'; keyCredentials = [object[]]@($global:keys) }
}
