from django.http import HttpRequest, HttpResponse


def picker(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")
