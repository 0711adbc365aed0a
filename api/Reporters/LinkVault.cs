using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.Reporters;

/// <summary>Seals a contact for the minutes until its link is sent.</summary>
internal sealed class LinkVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.ReporterLink");

    public byte[] Seal(string contact) => protector.Protect(Encoding.UTF8.GetBytes(contact));

    public string Open(byte[] kept) => Encoding.UTF8.GetString(protector.Unprotect(kept));
}
