using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Replies;

/// <summary>A template as a reporter would read it, about a report that does not exist.</summary>
public sealed record PreviewReply(NewReplyTemplate Template) : IQuery<ReplyPreview>;

public sealed record ReplyPreview(string Text);

internal sealed class PreviewReplyHandler(CityWatch watch, TimeProvider time) : IRequestHandler<PreviewReply, ReplyPreview>
{
    public async Task<ReplyPreview> Handle(PreviewReply request, CancellationToken cancellationToken)
    {
        Liquid.Check(request.Template.Body, ReplyWords.Variables, "body");
        return new ReplyPreview(await Liquid.Say(request.Template.Body, ReplyWords.Sample(watch.Current, request.Template.ServiceCode, time.Now())));
    }
}
