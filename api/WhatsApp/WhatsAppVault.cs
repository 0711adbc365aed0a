using System.Text;
using System.Text.Json;
using KediriLapor.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.WhatsApp;

/// <summary>Seals what is told here until it is a report: phone, messages, drafts, replies. All of it is gone within weeks, so a key that changes needs no resealing.</summary>
internal sealed class WhatsAppVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.WhatsApp");

    public byte[] Seal(string text) => protector.Protect(Encoding.UTF8.GetBytes(text));

    public string Open(byte[] kept) => Encoding.UTF8.GetString(protector.Unprotect(kept));

    public byte[] Seal<T>(T told)
        where T : class => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(told, AppDb.StoredJson));

    public T Open<T>(byte[] kept) => JsonSerializer.Deserialize<T>(protector.Unprotect(kept), AppDb.StoredJson)!;
}
