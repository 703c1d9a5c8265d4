/**
 * WinRM as Windows speaks it: the HTTPS endpoint of each Exchange server of the lab, its
 * shells and commands.
 */
package io.hybridge.lab.exchange.winrm;
