function Read-Text($object, $name) {
    $property = $object.PSObject.Properties[$name]
    if ($null -eq $property -or $null -eq $property.Value) { return '' }
    return [string]$property.Value
}
