# include part/Invoke-HybridgeScript.ps1
$hybridgeCall = ConvertFrom-Json -InputObject (Read-HybridgeText $hybridgeValues)
