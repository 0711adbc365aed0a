using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Notifications;

/// <summary>What a mail carries so that its reader can end the mails of this report, and nothing else, without a secret.</summary>
internal sealed class UnsubscribeToken(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.Unsubscribe");

    public string For(Guid reportId) => WebEncoders.Base64UrlEncode(protector.Protect(reportId.ToByteArray()));

    /// <returns>The report; null for what we did not make.</returns>
    public Guid? Read(string token)
    {
        try
        {
            return new Guid(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
