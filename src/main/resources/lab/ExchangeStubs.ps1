# What an Exchange server has and this machine has not: remoting into Exchange, Exchange's cmdlets, a few Windows commands.
# Every command asks the lab's Exchange organization over loopback; nothing is decided here.

function ConvertTo-LabValue($value) {
    if ($null -eq $value) { return $null }
    if ($value -is [System.Management.Automation.SwitchParameter]) { return [bool]$value }
    if ($value -is [bool] -or $value -is [int]) { return $value }
    if ($value -is [DateTime]) {
        return $value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    }
    if ($value -is [byte[]]) { return [System.Convert]::ToBase64String($value) }
    if ($value -is [System.Security.SecureString]) {
        return (New-Object -TypeName System.Net.NetworkCredential -ArgumentList '', $value).Password
    }
    if ($value -is [System.Collections.IEnumerable] -and $value -isnot [string]) {
        return , ([object[]]@(foreach ($one in $value) { [string]$one }))
    }
    return [string]$value
}

function ConvertFrom-LabValue($name, $value) {
    if ($value -isnot [System.Management.Automation.PSCustomObject]) { return , $value }
    if ($null -ne $value.PSObject.Properties['$bytes']) { return , [System.Convert]::FromBase64String($value.'$bytes') }
    $time = [DateTime]::Parse($value.'$time', [System.Globalization.CultureInfo]::InvariantCulture,
        [System.Globalization.DateTimeStyles]::RoundtripKind)
    if ($name -like '*UTC') { return $time }
    return $time.ToLocalTime()
}

function Send-LabRequest($path, $text) {
    $client = New-Object -TypeName System.Net.Sockets.TcpClient
    try {
        $client.Connect('127.0.0.1', [int]$env:HYBRIDGE_LAB_PORT)
        $stream = $client.GetStream()
        $body = [System.Text.Encoding]::UTF8.GetBytes($text)
        $head = [System.Text.Encoding]::ASCII.GetBytes("POST $path HTTP/1.0`r`nAuthorization: Bearer $env:HYBRIDGE_LAB_TOKEN`r`n" +
            "Content-Type: application/json`r`nContent-Length: $($body.Length)`r`n`r`n")
        $stream.Write($head, 0, $head.Length)
        $stream.Write($body, 0, $body.Length)
        $reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $stream, ([System.Text.Encoding]::UTF8)
        $answer = $reader.ReadToEnd()
    }
    finally { $client.Close() }
    if (-not $answer.StartsWith('HTTP/1.1 200 ') -and -not $answer.StartsWith('HTTP/1.0 200 ')) { throw 'The lab does not answer.' }
    return ConvertFrom-Json -InputObject $answer.Substring($answer.IndexOf("`r`n`r`n") + 4)
}

function New-LabError($failure) {
    $exception = New-Object -TypeName System.Management.Automation.RemoteException -ArgumentList ([string]$failure.message)
    if ([string]$failure.type -ne 'System.Management.Automation.RemoteException') {
        $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList ([string]$failure.message)
    }
    if ([string]$failure.type -like '*.PSRemotingTransportException') {
        $exception = New-Object -TypeName System.Management.Automation.Remoting.PSRemotingTransportException -ArgumentList ([string]$failure.message)
    }
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, ([string]$failure.id),
        ([System.Management.Automation.ErrorCategory][string]$failure.category), ([string]$failure.target)
    $record.CategoryInfo.Reason = [string]$failure.reason
    return $record
}

# What remoting makes of a certificate: the engine itself writes it as CLIXML and makes it again from its bytes.
function New-RemoteCertificate($properties) {
    $bytes = [byte[]]$properties['RawData']
    $sent = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList (, $bytes)
    $made = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($sent, 1))
    foreach ($name in 'RunspaceId', 'PSComputerName', 'PSShowComputerName') {
        Add-Member -InputObject $made -MemberType NoteProperty -Name $name -Value $properties[$name] -Force
    }
    return $made
}

function Invoke-LabCommand([string]$Command, $Bound) {
    $common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ErrorVariable', 'WarningVariable',
        'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'ProgressAction'
    $parameters = @{}
    foreach ($name in @($Bound.Keys)) {
        if ($common -notcontains $name) { $parameters[$name] = ConvertTo-LabValue $Bound[$name] }
    }
    $answer = Send-LabRequest '/cmdlet' (ConvertTo-Json -InputObject @{ cmdlet = $Command; server = [string]$global:LabServer; parameters = $parameters } -Depth 4 -Compress)
    foreach ($line in @($answer.host)) { Write-Host ([string]$line) }
    foreach ($warning in @($answer.warnings)) { Write-Warning -Message ([string]$warning) }
    if ($null -ne $answer.error) {
        if ([string]$ErrorActionPreference -eq 'SilentlyContinue' -or [string]$ErrorActionPreference -eq 'Ignore') { return }
        throw (New-LabError $answer.error)
    }
    foreach ($object in @($answer.objects)) {
        $properties = [ordered]@{}
        foreach ($property in $object.PSObject.Properties) {
            $properties[$property.Name] = ConvertFrom-LabValue $property.Name $property.Value
        }
        if ($properties.Contains('$type')) {
            New-RemoteCertificate $properties
            continue
        }
        New-Object -TypeName System.Management.Automation.PSObject -Property $properties
    }
}

# ---- Exchange: there only after the session was imported, and only what this server's build knows.

$global:LabServer = ''
$global:LabExchangeCommands = @{
    'Get-ExchangeServer' = { [CmdletBinding()] param([Parameter(Position = 0)] $Identity, [switch]$Status, $DomainController)
        Invoke-LabCommand 'Get-ExchangeServer' $PSBoundParameters }
    'Get-AuthConfig' = { [CmdletBinding()] param($DomainController)
        Invoke-LabCommand 'Get-AuthConfig' $PSBoundParameters }
    'Set-AuthConfig' = { [CmdletBinding(SupportsShouldProcess = $true)] param([Parameter(ParameterSetName = 'Current')] [string]$CertificateThumbprint,
        [Parameter(ParameterSetName = 'Next')] [string]$NewCertificateThumbprint, [Parameter(ParameterSetName = 'Next')] [DateTime]$NewCertificateEffectiveDate,
        [Parameter(ParameterSetName = 'Publish')] [switch]$PublishCertificate, [Parameter(ParameterSetName = 'Publish')] [switch]$ClearPreviousCertificate,
        [switch]$Force, [switch]$SkipImmediateCertificateDeployment, $DomainController)
        if ($PSCmdlet.ShouldProcess('Auth Configuration')) { Invoke-LabCommand 'Set-AuthConfig' $PSBoundParameters } }
    'Get-AuthServer' = { [CmdletBinding()] param([Parameter(Position = 0)] $Identity, $DomainController)
        Invoke-LabCommand 'Get-AuthServer' $PSBoundParameters }
    'New-AuthServer' = { [CmdletBinding(SupportsShouldProcess = $true)] param([Parameter(Mandatory = $true, Position = 0)] [string]$Name, [Parameter(Mandatory = $true)] [string]$AuthMetadataUrl, [bool]$Enabled, $DomainController)
        if ($PSCmdlet.ShouldProcess($Name)) { Invoke-LabCommand 'New-AuthServer' $PSBoundParameters } }
    'Set-AuthServer' = { [CmdletBinding(SupportsShouldProcess = $true)] param([Parameter(Mandatory = $true, Position = 0)] $Identity, [string]$AuthMetadataUrl, [bool]$Enabled, [switch]$RefreshAuthMetadata, $DomainController)
        if ($PSCmdlet.ShouldProcess($Identity)) { Invoke-LabCommand 'Set-AuthServer' $PSBoundParameters } }
    'Remove-AuthServer' = { [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')] param([Parameter(Mandatory = $true, Position = 0)] $Identity, $DomainController)
        if ($PSCmdlet.ShouldProcess($Identity)) { Invoke-LabCommand 'Remove-AuthServer' $PSBoundParameters } }
    'Get-PartnerApplication' = { [CmdletBinding()] param([Parameter(Position = 0)] $Identity, $DomainController)
        Invoke-LabCommand 'Get-PartnerApplication' $PSBoundParameters }
    'Get-ExchangeCertificate' = { [CmdletBinding()] param([Parameter(Position = 0)] [string]$Thumbprint, $Server, $DomainController)
        Invoke-LabCommand 'Get-ExchangeCertificate' $PSBoundParameters }
    'New-ExchangeCertificate' = { [CmdletBinding(SupportsShouldProcess = $true)] param([string]$FriendlyName, [string[]]$DomainName, $Services, [int]$KeySize, [bool]$PrivateKeyExportable, [string]$SubjectKeyIdentifier, [string]$SubjectName, $Server, [switch]$Force, $DomainController)
        if ($PSCmdlet.ShouldProcess($FriendlyName)) { Invoke-LabCommand 'New-ExchangeCertificate' $PSBoundParameters } }
    'Export-ExchangeCertificate' = { [CmdletBinding(SupportsShouldProcess = $true)] param([Parameter(Mandatory = $true, Position = 0)] [string]$Thumbprint, [switch]$BinaryEncoded, [securestring]$Password, $Server, $DomainController)
        Invoke-LabCommand 'Export-ExchangeCertificate' $PSBoundParameters }
    'Import-ExchangeCertificate' = { [CmdletBinding(SupportsShouldProcess = $true)] param([Parameter(Mandatory = $true)] [byte[]]$FileData, [securestring]$Password, [bool]$PrivateKeyExportable, [string]$FriendlyName, $Server, $DomainController)
        if ($PSCmdlet.ShouldProcess([string]$Server)) { Invoke-LabCommand 'Import-ExchangeCertificate' $PSBoundParameters } }
    'Get-TransportService' = { [CmdletBinding()] param([Parameter(Position = 0)] $Identity, $DomainController)
        Invoke-LabCommand 'Get-TransportService' $PSBoundParameters }
    'Enable-PushNotificationProxy' = { [CmdletBinding(SupportsShouldProcess = $true)] param([string]$Organization, [string]$Uri, $DomainController)
        Invoke-LabCommand 'Enable-PushNotificationProxy' $PSBoundParameters }
    'Disable-PushNotificationProxy' = { [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')] param($DomainController)
        if ($PSCmdlet.ShouldProcess('OnPrem-Proxy')) { Invoke-LabCommand 'Disable-PushNotificationProxy' $PSBoundParameters } }
    'Get-MonitoringItemIdentity' = { [CmdletBinding()] param([Parameter(Position = 0)] [string]$Identity, [string]$Server)
        Invoke-LabCommand 'Get-MonitoringItemIdentity' $PSBoundParameters }
    'Invoke-MonitoringProbe' = { [CmdletBinding()] param([Parameter(Mandatory = $true, Position = 0)] [string]$Identity, [Parameter(Mandatory = $true)] [string]$Server, [string]$TimeOutSeconds)
        Invoke-LabCommand 'Invoke-MonitoringProbe' $PSBoundParameters }
}

function New-PSSession {
    [CmdletBinding()]
    param([string]$ConfigurationName, [uri]$ConnectionUri, [string]$Authentication, [pscredential]$Credential)
    if ($ConfigurationName -ne 'Microsoft.Exchange' -or $ConnectionUri.AbsolutePath -ne '/PowerShell/') {
        throw 'The lab has only the endpoint of Exchange.'
    }
    $null = Invoke-LabCommand 'New-PSSession' @{}
    New-Object -TypeName System.Management.Automation.PSObject -Property ([ordered]@{ Id = 1; Name = 'Session1'
            ComputerName = $ConnectionUri.Host; State = 'Opened'; ConfigurationName = $ConfigurationName; Availability = 'Available' })
}

function Import-PSSession {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Session, [string[]]$CommandName, [switch]$DisableNameChecking, [switch]$AllowClobber)
    if ((Get-ExecutionPolicy) -eq 'AllSigned') {
        throw (New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList `
            (New-Object -TypeName System.InvalidOperationException -ArgumentList 'Files cannot be loaded because running scripts is disabled on this system.'),
            'InvalidOperation,Microsoft.PowerShell.Commands.ImportPSSessionCommand', ([System.Management.Automation.ErrorCategory]::InvalidOperation), $null)
    }
    $known = $env:HYBRIDGE_LAB_COMMANDS -split ','
    $wanted = if ($PSBoundParameters.ContainsKey('CommandName')) { $CommandName } else { @($global:LabExchangeCommands.Keys) }
    foreach ($name in $wanted) {
        if ($known -contains $name -and $global:LabExchangeCommands.ContainsKey($name)) {
            Set-Item -Path "function:global:$name" -Value $global:LabExchangeCommands[$name]
        }
    }
    New-Object -TypeName System.Management.Automation.PSObject -Property @{ Name = 'tmp_lab' }
}

function Get-ExecutionPolicy {
    [CmdletBinding()]
    param()
    [string]@(Invoke-LabCommand 'Get-ExecutionPolicy' @{})[0].Policy
}

function Remove-PSSession {
    [CmdletBinding()]
    param([Parameter(Position = 0)] $Session)
    foreach ($name in @($global:LabExchangeCommands.Keys)) {
        if (Test-Path -Path "function:global:$name") { Remove-Item -Path "function:global:$name" }
    }
}

# ---- Windows

$global:LabProcesses = @{ MSExchangeHM = 4216; MSExchangeServiceHost = 4217 }

function Get-LabService([string]$Name) {
    foreach ($service in @(Invoke-LabCommand 'Get-Service' @{ Name = $Name })) {
        New-Object -TypeName System.Management.Automation.PSObject -Property ([ordered]@{ Name = $service.Name
                DisplayName = $service.DisplayName; Status = $service.Status; State = $service.State
                StartMode = $service.StartMode; ProcessId = $global:LabProcesses[[string]$service.Name]; StartTime = $service.StartTime })
    }
}

function Get-CimInstance {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string]$ClassName, [string]$Filter)
    if ($ClassName -eq 'Win32_Process' -and $Filter -eq "Name='w3wp.exe'") { return Invoke-LabCommand 'Get-WorkerProcess' @{} }
    if ($ClassName -ne 'Win32_Service') { throw 'The lab knows no class but Win32_Service and Win32_Process.' }
    Get-LabService ($Filter -replace '^\s*Name\s*=\s*''([^'']*)''\s*$', '$1')
}

function Get-WmiObject {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string]$Class, [string]$Filter)
    Get-CimInstance -ClassName $Class -Filter $Filter
}

function Get-Service {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string]$Name)
    Get-LabService $Name
}

function Restart-Service {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param([Parameter(Position = 0)] [string]$Name, [switch]$Force)
    if ($PSCmdlet.ShouldProcess($Name)) { Invoke-LabCommand 'Restart-Service' @{ Name = $Name } }
}

function Import-Module {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]]$Name)
    if ($Name -ne 'WebAdministration') { Microsoft.PowerShell.Core\Import-Module @PSBoundParameters }
}

function Restart-WebAppPool {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true, Position = 0)] [string]$Name)
    Invoke-LabCommand 'Restart-WebAppPool' @{ Name = $Name }
}

function Get-Process {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]]$Name, [int[]]$Id)
    foreach ($service in $global:LabProcesses.Keys) {
        if ($PSBoundParameters.ContainsKey('Id') -and $Id -contains $global:LabProcesses[$service]) {
            return New-Object -TypeName System.Management.Automation.PSObject -Property ([ordered]@{
                    Id = $global:LabProcesses[$service]; ProcessName = $service
                    StartTime = (Get-LabService $service).StartTime })
        }
    }
    Microsoft.PowerShell.Management\Get-Process @PSBoundParameters
}

# Windows' own store of certificates, which is a drive there and missing here.
function Get-ChildItem {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]]$Path, [string]$Filter, [switch]$Recurse, [switch]$Force)
    if ($PSBoundParameters.ContainsKey('Path') -and $Path[0] -eq 'Cert:\LocalMachine\My') {
        return Invoke-LabCommand 'Get-CertificateStore' @{}
    }
    Microsoft.PowerShell.Management\Get-ChildItem @PSBoundParameters
}

function Get-Command {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]]$Name, $CommandType, $Module)
    if ($PSBoundParameters.ContainsKey('Name') -and $Name -contains 'ExSetup.exe') {
        return New-Object -TypeName System.Management.Automation.PSObject -Property ([ordered]@{ Name = 'ExSetup.exe'
                CommandType = 'Application'; FileVersionInfo = @(Invoke-LabCommand 'Get-SetupVersion' @{})[0] })
    }
    Microsoft.PowerShell.Core\Get-Command @PSBoundParameters
}

# The directory: one object by its path, as ADSI gives it. Its times are UTC and do not say so.
function Get-LabDirectoryEntry([string]$Path) {
    $answer = @(Invoke-LabCommand 'Get-DirectoryEntry' @{ Path = $Path })[0]
    $properties = @{}
    foreach ($name in 'whenCreated', 'whenChanged') {
        $value = $null
        if ($null -ne $answer.PSObject.Properties[$name]) {
            $value = [DateTime]::SpecifyKind($answer.$name.ToUniversalTime(), [DateTimeKind]::Unspecified)
        }
        $properties[$name] = New-Object -TypeName System.Management.Automation.PSObject -Property @{ Value = $value }
    }
    $entry = New-Object -TypeName System.Management.Automation.PSObject -Property @{ Path = $Path; Properties = $properties; LabAnswer = $answer }
    Add-Member -InputObject $entry -MemberType ScriptMethod -Name RefreshCache -Value {
        if ([int]$this.LabAnswer.Code -ne 0) {
            throw (New-Object -TypeName System.Runtime.InteropServices.COMException -ArgumentList ([string]$this.LabAnswer.Message), ([int]$this.LabAnswer.Code))
        }
    }
    return $entry
}

# No other type of this name works on this machine; every other object is made as always.
function New-Object {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string]$TypeName, [Parameter(Position = 1)] [object[]]$ArgumentList, [System.Collections.IDictionary]$Property)
    if ($TypeName -eq 'System.DirectoryServices.DirectoryEntry') { return Get-LabDirectoryEntry ([string]$ArgumentList[0]) }
    $made = Microsoft.PowerShell.Utility\New-Object @PSBoundParameters
    return , $made
}

# Ordinary remoting to another server: Windows' commands are those of that server, and Exchange's are not there.
function Invoke-Command {
    [CmdletBinding()]
    param([string]$ComputerName, [scriptblock]$ScriptBlock, [object[]]$ArgumentList)
    $server = $global:LabServer
    $name = $env:COMPUTERNAME
    $imported = @($global:LabExchangeCommands.Keys | Where-Object { Test-Path -Path "function:global:$_" })
    foreach ($command in $imported) { Remove-Item -Path "function:global:$command" }
    $global:LabServer = $ComputerName
    $env:COMPUTERNAME = $ComputerName.Split('.')[0].ToUpperInvariant()
    try { & $ScriptBlock @ArgumentList }
    finally {
        $global:LabServer = $server
        $env:COMPUTERNAME = $name
        foreach ($command in $imported) { Set-Item -Path "function:global:$command" -Value $global:LabExchangeCommands[$command] }
    }
}

# ---- Microsoft Graph, for the scripts that a person takes away

function Connect-MgGraph {
    [CmdletBinding()]
    param([string[]]$Scopes, [string]$TenantId, [switch]$NoWelcome)
}

function Invoke-MgGraphRequest {
    [CmdletBinding()]
    param([string]$Method, [string]$Uri, [string]$Body, [string]$ContentType, [string]$OutputType)
    $bound = @{ Method = $Method; Uri = $Uri; Body = $Body; AccessToken = [string]$env:HYBRIDGE_LAB_GRAPH_TOKEN }
    return [string]@(Invoke-LabCommand 'Invoke-MgGraphRequest' $bound)[0].Content
}
