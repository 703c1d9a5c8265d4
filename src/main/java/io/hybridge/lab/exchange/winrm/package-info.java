/** The WinRM listener of the lab's servers, as real clients speak to it. */
package io.hybridge.lab.exchange.winrm;
