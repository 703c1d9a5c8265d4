# Disables the push proxy, then looks at it by enabling with -WhatIf, which changes nothing.
param($arguments)

# include part/Read-Fields.ps1

$global:hybridgeBegan = $true
$null = Disable-PushNotificationProxy -Confirm:$false -ErrorAction Stop
$record = $null
try {
    $record = @(Enable-PushNotificationProxy -WhatIf -ErrorAction Stop) |
        Where-Object { $null -ne $_ -and $null -ne $_.PSObject.Properties['Enabled'] } | Select-Object -First 1
}
catch { Write-Warning ('The push proxy could not be read: ' + [string]$_.Exception.Message) }
@{ fields = [object[]]@(Read-Fields $record) }
