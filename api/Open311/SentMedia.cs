using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Open311;

/// <summary>
/// The pictures of a request, in every way that clients send them: as files of any name, as <c>media_url</c> (repeated, too), in base64. They
/// become uploads as any other.
/// </summary>
internal sealed class SentMedia(MediaFetcher fetcher, IMediator mediator)
{
    private const string Inline = ";base64,";

    /// <returns>The uploads, and what the sender is told about pictures that could not be had: a report is not lost for a picture.</returns>
    public async Task<(Guid[] Ids, string? Notice)> Take(Parameters sent, CancellationToken ct)
    {
        var (ids, failed) = (new List<Guid>(), 0);
        if (sent.Files.Count + sent.All("media_url").Count + sent.All("media").Count > Report.AttachmentsMax)
        {
            throw new Refusal($"media: at most {Report.AttachmentsMax} pictures");
        }

        foreach (var file in sent.Files)
        {
            if (file.Length > Attachment.BytesMax)
            {
                throw new Refusal(ProblemCodes.Text("payload_too_large"), StatusCodes.Status413PayloadTooLarge);
            }

            await using var content = file.OpenReadStream();
            ids.Add((await mediator.Send(new UploadAttachment(content, (int)file.Length, ReadPosition: false), ct)).Id);
        }

        foreach (var media in sent.All("media").Concat(sent.All("media_url")))
        {
            if (await Read(media, ct) is { } id)
            {
                ids.Add(id);
            }
            else
            {
                failed++;
            }
        }

        return ([.. ids], failed == 0 ? null : $"{failed} foto tidak dapat diambil.");
    }

    private async Task<Guid?> Read(string media, CancellationToken ct)
    {
        if (await Bytes(media, ct) is not { Length: > 0 } picture)
        {
            return null;
        }

        try
        {
            using var content = new MemoryStream(picture);
            return (await mediator.Send(new UploadAttachment(content, picture.Length, ReadPosition: false), ct)).Id;
        }
        catch (RuleViolation)
        {
            // whatever lies there, it is no picture
            return null;
        }
    }

    private async Task<byte[]?> Bytes(string media, CancellationToken ct)
    {
        if (media.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return await fetcher.Fetch(media, ct);
        }

        var start = media.IndexOf(Inline, StringComparison.Ordinal);
        var text = start < 0 ? media : media[(start + Inline.Length)..];
        var bytes = new byte[((text.Length / 4) + 1) * 3];
        return Convert.TryFromBase64String(text.Replace(' ', '+'), bytes, out var written) ? bytes[..written] : null;
    }
}
