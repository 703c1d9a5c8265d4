# Tells which commands this account may use here, as whom it is signed in, and which servers there are. Changes nothing.
param($arguments)

# include part/Read-Text.ps1

function Test-Command($name) {
    if ($name -cnotmatch '\A[A-Z][A-Za-z]{1,30}-[A-Z][A-Za-z]{1,60}\z') { throw 'Only names of commands are asked.' }
    return [bool]($null -ne (Get-Command -Name $name -ErrorAction SilentlyContinue))
}

$missing = @(foreach ($name in @($arguments.commands)) { if (-not (Test-Command ([string]$name))) { [string]$name } })
$servers = @()
if ($missing -cnotcontains 'Get-ExchangeServer') {
    $servers = @(foreach ($server in @(Get-ExchangeServer -ErrorAction Stop)) { Read-Text $server 'Fqdn' })
}
$account = ''
$administrator = $null
try {
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    $account = [string]$identity.Name
    $principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
    $administrator = [bool]$principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}
catch { Write-Warning 'The account could not be looked at.' }
[ordered]@{
    account = $account
    administrator = $administrator
    missing = [string[]]@($missing)
    servers = [string[]]@($servers)
}
