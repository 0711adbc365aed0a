using KediriLapor.Persistence;
using KediriLapor.Platform;

namespace KediriLapor.WhatsApp;

/// <summary>Puts a reply on its way, beside what it tells of.</summary>
internal sealed class Speaking(AppDb db, WhatsAppVault vault, TimeProvider time)
{
    /// <summary>The longest text that WhatsApp takes.</summary>
    private const int TextMax = 4096;

    public void Say(Conversation talk, Saying saying, string words, Guid? reportId = null)
    {
        var now = time.Now();
        if (talk.MaySay(saying, now))
        {
            db.OutboundMessages.Add(OutboundMessage.Reply(talk.Person, reportId, vault.Seal(words.Length > TextMax ? words[..TextMax] : words), now));
        }
    }
}
