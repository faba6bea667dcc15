filedesc://a.arc 0.0.0.0 20070503101112 text/plain 77
1 0 Harbour Archive
URL IP-address Archive-date Content-type Archive-length

http://harbour.example/1 192.0.2.7 20070503101112 text/html 114
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<h1>The ferry left</h1><p>It left the quay at noon.</p>
